// The stream by which the server tells that something has changed, for as long as the page is open and unlocked.

const AGAIN = 5000;

/** Returns what acts once more for whatever has changed meanwhile, but never twice at a time. */
export function inTurn(act) {
  let acting = false;
  let stale = false;
  return async () => {
    stale = true;
    if (acting) return;
    acting = true;
    try {
      while (stale) {
        stale = false;
        await act();
      }
    } catch {
      // The stream connects again by itself, and tells then what stands there.
    } finally {
      acting = false;
    }
  };
}

/** Hands what events of a name tell to `changed`; `refresh` looks itself, and `cover` hides what nobody may see. */
export function follow(name, changed, refresh, cover = () => {}) {
  let source = null;

  function stop() {
    source?.close();
    source = null;
  }

  function lock() {
    stop();
    cover();
    document.dispatchEvent(new CustomEvent("vaktlogg:lock"));
  }

  function connect() {
    source?.close();
    const stream = new EventSource("/live");
    source = stream;
    stream.addEventListener(name, ({ data }) => changed(data));
    stream.addEventListener("locked", lock);
    stream.addEventListener("over", () => location.reload());
    stream.addEventListener("error", () => {
      if (stream.readyState !== EventSource.CLOSED || stream !== source) return;
      source = null;
      setTimeout(() => source ?? refresh().then(connect), AGAIN);
    });
  }

  connect();
  document.addEventListener("vaktlogg:locked", stop);
  document.addEventListener("vaktlogg:unlocked", connect);
  // A browser lets only so many connections stand open: a page that is put away gives its own back.
  addEventListener("pagehide", stop);
  addEventListener("pageshow", ({ persisted }) => persisted && connect());
}
