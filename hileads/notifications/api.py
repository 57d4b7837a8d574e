"""What the sending service tells us about messages that it accepted: delivered, or why not."""

from typing import Any

from django.conf import settings
from django.http import Http404
from django.utils.crypto import constant_time_compare
from rest_framework import serializers
from rest_framework.parsers import JSONParser
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hileads.clock import now
from hileads.leads.models import User
from hileads.notifications.actions import record_receipt
from hileads.notifications.models import Message, Receipt

RECEIPTS = {
    "delivered": Receipt.DELIVERED,
    "permanent-failure": Receipt.NO_MAILBOX,
    "temporary-failure": Receipt.NOT_NOW,
    "technical-failure": Receipt.FAULT,
}


class HasCallbackToken(BasePermission):
    """Let in whoever brings NOTIFY_CALLBACK_TOKEN. Where none is set there is nothing here."""

    def has_permission(self, request: Request, view: Any) -> bool:
        if not settings.NOTIFY_CALLBACK_TOKEN:
            raise Http404
        brought = request.headers.get("Authorization", "")
        return constant_time_compare(brought, f"Bearer {settings.NOTIFY_CALLBACK_TOKEN}")


class ReceiptSerializer(serializers.Serializer[Any]):
    """One delivery receipt of GOV.UK Notify, as far as we read it."""

    reference = serializers.UUIDField()
    status = serializers.ChoiceField(choices=list(RECEIPTS))
    completed_at = serializers.DateTimeField(allow_null=True, required=False)


class ReceiptAdd(APIView):
    """The address that GOV.UK Notify posts its delivery receipts to."""

    opened_by = "the token of the sending service"
    authentication_classes = ()
    parser_classes = (JSONParser,)
    permission_classes = (HasCallbackToken,)

    def post(self, request: Request) -> Response:
        receipt = ReceiptSerializer(data=request.data)
        receipt.is_valid(raise_exception=True)
        told = receipt.validated_data
        message = Message.objects.filter(public_id=told["reference"]).first()
        if message is None:
            raise Http404
        record_receipt(
            by=User.objects.system(),
            message=message,
            receipt=RECEIPTS[told["status"]],
            moment=told.get("completed_at") or now(),
        )
        return Response(status=204)
