# What greenlets can wait for: it calls those who have linked themselves to it, from the hub.
from greenlet import getcurrent
from sys import exc_info

from gevent.exceptions import InvalidSwitchError
from gevent.hub import get_hub
from gevent.timeout import Timeout


class Linkable:
    """An object that becomes ready."""
    _notify_all = True

    def __init__(self, hub=None):
        self._links = []
        self._notifier = None
        self.hub = hub

    def linkcount(self):
        return len(self._links)

    def ready(self):
        raise NotImplementedError

    def rawlink(self, callback):
        if not callable(callback):
            raise TypeError(f'Expected callable: {callback!r}')
        self._links.append(callback)
        self._check_and_notify()

    def unlink(self, callback):
        try:
            self._links.remove(callback)
        except ValueError:
            pass
        notifier = self._notifier
        if not self._links and notifier is not None and notifier.pending:
            notifier.stop()

    def _check_and_notify(self):
        if self.ready() and self._links and not self._notifier:
            if self.hub is None:
                self.hub = get_hub()
            self._notifier = self.hub.loop.run_callback(self._notify_links, [])

    def _notify_list(self, links):
        """Calls the links that were there at the beginning; for one who is let in, only while there is something to have."""
        last = links[-1] if links else None
        done = []
        while links:
            if not self._notify_all and not self.ready():
                break
            link = links.pop(0)
            if not any(link is other for other in done):
                done.append(link)
                try:
                    link(self)
                except:
                    self.hub.handle_error((link, self), *exc_info())
            if link is last:
                break

    def _notify_links(self, late):
        if self._notifier is None:
            self._check_and_notify()
            return
        try:
            self._notify_list(self._links)
            if late:
                self._notify_list(late)
                self._links.extend(late)
        finally:
            self._notifier = None
        self._check_and_notify()

    def _wait_for_call(self, late):
        switch = getcurrent().switch
        if late:
            self._notifier.args[0].append(switch)
        else:
            self.rawlink(switch)
        try:
            result = self.hub.switch()
            if result is not self:
                raise InvalidSwitchError(f'Invalid switch into {type(self).__name__}.wait(): {result!r}')
            switch = None
        finally:
            self._forget(switch)

    def _forget(self, switch):
        if switch is None:
            return
        self.unlink(switch)
        if self._notifier is not None and self._notifier.args:
            late = self._notifier.args[0]
            if switch in late:
                late.remove(switch)

    def _wait_until_ready(self, timeout, catch=Timeout):
        with Timeout._start_new_or_dummy(timeout) as timer:
            try:
                self._wait_for_call(False)
                return True
            except catch as e:
                if e is not timer:
                    raise
                return False

    def _result(self, waited, success):
        return None

    def _wait(self, timeout=None):
        if self.hub is None:
            self.hub = get_hub()
        if self.ready():
            result = self._result(False, False)
            if self._notifier:
                # Others are being told at this moment: they go first.
                self._wait_for_call(True)
            return result
        return self._result(True, self._wait_until_ready(timeout))
