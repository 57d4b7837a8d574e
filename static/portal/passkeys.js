// Say so when the device did not answer: the sign-in library tells it to nobody.
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  document.getElementById("passkey-trouble").hidden = false;
});
