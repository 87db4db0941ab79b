// The answer to a platform goes by the browser. Without this, its button sends it.
document.querySelector('form[data-at-once]').submit();
