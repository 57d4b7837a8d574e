"""Addresses of signing in and of the second step. They come before the sign-in library's of the same address."""

from django.urls import path

from hileads.access.views import confirming, losses, providers, settingup, signin

urlpatterns = [
    path("account/sign-in/", signin.SignInShow.as_view(), name="sign-in-show"),
    path(
        "account/sign-in/links/<int:number>/remove/",
        providers.ProviderUnlink.as_view(),
        name="provider-unlink",
    ),
    path("account/oidc/<slug:key>/sign-in/", providers.ProviderSignIn.as_view(), name="provider-sign-in"),
    path("account/oidc/<slug:key>/link/", providers.ProviderLink.as_view(), name="provider-link"),
    path("account/oidc/<slug:key>/return/", providers.ProviderReturn.as_view(), name="provider-return"),
    path(
        "account/oidc/<slug:key>/refused/<slug:reason>/",
        providers.ProviderRefused.as_view(),
        name="provider-refused",
    ),
    path("account/sessions/end/", signin.SessionsEnd.as_view(), name="sessions-end"),
    path("account/sessions/<int:number>/end/", signin.SessionEnd.as_view(), name="session-end"),
    path("account/lost-steps/", losses.LossList.as_view(), name="loss-list"),
    path("account/lost-steps/add/", losses.LossAdd.as_view(), name="loss-add"),
    path("account/lost-steps/<uuid:public_id>/stop/", losses.LossStop.as_view(), name="loss-stop"),
    path("account/lost-steps/<uuid:public_id>/confirm/", losses.LossConfirm.as_view(), name="loss-confirm"),
    path("account/lost-steps/<uuid:public_id>/refuse/", losses.LossRefuse.as_view(), name="loss-refuse"),
    path("account/two-steps/", confirming.TwoSteps.as_view(), name="two-steps"),
    path("account/2fa/", signin.SecondSteps.as_view(), name="second-steps"),
    path("account/2fa/reauthenticate/", confirming.CodeConfirm.as_view(), name="code-confirm"),
    path("account/2fa/totp/activate/", settingup.AppAdd.as_view(), name="app-add"),
    path("account/2fa/totp/deactivate/", settingup.AppRemove.as_view(), name="app-remove"),
    path("account/2fa/webauthn/", signin.PasskeyList.as_view(), name="passkey-list"),
    path("account/2fa/webauthn/add/", settingup.PasskeyAdd.as_view(), name="passkey-add"),
    path("account/2fa/webauthn/reauthenticate/", confirming.PasskeyConfirm.as_view(), name="passkey-confirm"),
    path(
        "account/2fa/webauthn/keys/<int:pk>/remove/", settingup.PasskeyRemove.as_view(), name="passkey-remove"
    ),
    path("account/2fa/recovery-codes/", settingup.RecoveryCodes.as_view(), name="recovery-codes"),
    path(
        "account/2fa/recovery-codes/generate/",
        settingup.RecoveryCodesAdd.as_view(),
        name="recovery-codes-add",
    ),
]
