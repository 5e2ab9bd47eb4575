/* A run of upgrades goes on by itself; without scripts a button does the same. */
(function () {
  "use strict";
  const form = document.querySelector("form[data-goes-on]");
  if (form) {
    form.requestSubmit(form.querySelector("button"));
  }
})();
