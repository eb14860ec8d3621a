/* vclock: LD_PRELOAD shim. One process, virtual time, deterministic run-to-block thread baton.
 * - clocks read a fake counter; every read adds a small tick (so successive reads differ, as on a real machine)
 * - sleeps, POSIX semaphores (= Python locks), epoll_wait/poll/select block in a scheduler; when every
 *   thread is blocked the counter jumps to the earliest deadline. Threads run one at a time, FIFO.
 * own code; built by vrun.py */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

typedef int64_t ns_t;
#define INF INT64_MAX
#define BASE_MONO 1000000000000LL            /* 1000 s */
#define BASE_REAL 1704110400000000000LL      /* 2024-01-01T12:00:00Z */

enum { RUN, READY, BLOCKED };
enum { K_SLEEP, K_SEM, K_POLL, K_NONE };
typedef struct T {
  pthread_cond_t cv; int state, kind, timedout, woken; ns_t deadline; uint64_t seq;
  void *sem; int (*tryfn)(void *); void *targ; int tres, terr;
  struct T *next, *qnext; void *(*start)(void *); void *arg;
} T;

static pthread_mutex_t M = PTHREAD_MUTEX_INITIALIZER;
static ns_t now_ns, cpu_ns; static __thread ns_t my_cpu_ns; static uint64_t reads_since, seqno;
static T *all, *rq_head, *rq_tail, *cur;
static __thread T *me;
static pthread_key_t key; static pthread_once_t once = PTHREAD_ONCE_INIT;
static ns_t tick = 100, latency = 3000, limit = 86400LL * 1000000000LL;

static int (*r_epoll)(int, struct epoll_event *, int, int);
static int (*r_poll)(struct pollfd *, nfds_t, int);
static int (*r_select)(int, fd_set *, fd_set *, fd_set *, struct timeval *);
static int (*r_create)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
static int (*r_gettime)(clockid_t, struct timespec *);

static void thread_gone(void *p); static void over(void);
static void after_fork_child(void) {
  pthread_mutex_t z = PTHREAD_MUTEX_INITIALIZER; M = z; rq_head = rq_tail = 0; all = me; if (me) me->next = 0; cur = me;
}
static pid_t first;
static void init(void) {
  first = getpid();
  r_epoll = dlsym(RTLD_NEXT, "epoll_wait"); r_poll = dlsym(RTLD_NEXT, "poll"); r_select = dlsym(RTLD_NEXT, "select");
  r_create = dlsym(RTLD_NEXT, "pthread_create"); r_gettime = dlsym(RTLD_NEXT, "clock_gettime");
  pthread_key_create(&key, thread_gone); pthread_atfork(0, 0, after_fork_child);
  const char *t = getenv("VCLOCK_TICK"); if (t) tick = atoll(t);
  t = getenv("VCLOCK_LIMIT"); if (t) limit = atoll(t) * 1000000000LL;
  t = getenv("VCLOCK_LATENCY"); if (t) latency = atoll(t);
}
__attribute__((destructor)) static void gone(void) { /* the process ends: after the interpreter has torn its modules down */
  const char *fd = getenv("VRUN_FD"); char m[64]; ns_t n = now_ns + BASE_MONO; if (!fd || getpid() != first) return;
  int len = snprintf(m, sizeof m, "{\"k\":\"exit\",\"t\":%lld.%09lld}\n", (long long)(n / 1000000000LL), (long long)(n % 1000000000LL));
  ssize_t r = write(atoi(fd), m, len); (void)r;
}
static T *self(void) {
  pthread_once(&once, init);
  if (!me) { me = calloc(1, sizeof(T)); pthread_cond_init(&me->cv, 0); me->state = RUN; me->kind = K_NONE;
    me->next = all; all = me; if (!cur) cur = me; }
  return me;
}
static void enq(T *t) { t->state = READY; t->qnext = 0; if (rq_tail) rq_tail->qnext = t; else rq_head = t; rq_tail = t; }
static uint64_t hand;
static void advance(ns_t to) { hand = 0; if (to > now_ns) now_ns = to; reads_since = 0; }

static void over(void) { const char *fd = getenv("VRUN_FD"); if (fd) { const char *m = "{\"k\":\"limit\"}\n"; ssize_t r = write(atoi(fd), m, strlen(m)); (void)r; } _exit(98); }
static void dead(void) { /* every thread blocked forever */
  const char *fd = getenv("VRUN_FD"); if (fd) { const char *m = "{\"k\":\"hang\"}\n"; ssize_t r = write(atoi(fd), m, strlen(m)); (void)r; }
  _exit(97);
}
/* M held; caller no longer running. Pick the next thread. */
static void schedule(void) {
  int spins = 0;
  for (;;) {
    T *b, *best;
    for (;;) { /* pollers whose fds are ready, in block order */
      best = 0; uint64_t s = 0; (void)s;
      for (b = all; b; b = b->next) if (b->state == BLOCKED && b->kind == K_POLL && b->tryfn && (!best || b->seq < best->seq)) {
        int r = b->tryfn(b->targ); if (r != 0) { b->tres = r; b->terr = errno; best = b; } }
      if (!best) break;
      best->timedout = 0; enq(best);
    }
    if (rq_head) { if (++hand > 5000) now_ns += 5000; /* threads that only hand over to each other still use time */
      T *t = rq_head; rq_head = t->qnext; if (!rq_head) rq_tail = 0; t->state = RUN; cur = t; pthread_cond_signal(&t->cv); return; }
    best = 0; int pollers = 0;
    for (b = all; b; b = b->next) if (b->state == BLOCKED) { if (b->kind == K_POLL) pollers++;
      if (b->deadline != INF && (!best || b->deadline < best->deadline || (b->deadline == best->deadline && b->seq < best->seq))) best = b; }
    if (best) { if (best->deadline > limit) over(); advance(best->deadline + latency); /* wake latency: the counter overshoots, as a real timer does */
      for (;;) { best = 0; for (b = all; b; b = b->next) if (b->state == BLOCKED && b->deadline <= now_ns &&
          (!best || b->deadline < best->deadline || (b->deadline == best->deadline && b->seq < best->seq))) best = b;
        if (!best) break;
        best->timedout = 1; best->tres = 0; enq(best); }
      continue; }
    int blocked = 0; for (b = all; b; b = b->next) if (b->state == BLOCKED) blocked++;
    if (!blocked) { cur = 0; return; }
    if (pollers && spins++ < 200) { struct timespec ts = {0, 2000000}; syscall(SYS_nanosleep, &ts, 0); continue; }
    dead();
  }
}
static void wait_turn(T *t) { while (cur != t || t->state != RUN) pthread_cond_wait(&t->cv, &M); }
static void block(T *t) { t->state = BLOCKED; t->seq = ++seqno; t->timedout = 0; schedule(); wait_turn(t); t->kind = K_NONE; }
static void yield_(T *t) { if (rq_head) { enq(t); schedule(); wait_turn(t); } }

/* ---- threads ---- */
static void *tramp(void *p) {
  T *t = p; me = t; pthread_setspecific(key, t);
  pthread_mutex_lock(&M); wait_turn(t); pthread_mutex_unlock(&M);
  return t->start(t->arg);
}
static void thread_gone(void *p) {
  T *t = p, **q; pthread_mutex_lock(&M);
  for (q = &all; *q; q = &(*q)->next) if (*q == t) { *q = t->next; break; }
  if (cur == t) schedule();
  pthread_mutex_unlock(&M);
}
int pthread_create(pthread_t *th, const pthread_attr_t *a, void *(*fn)(void *), void *arg) {
  self(); T *t = calloc(1, sizeof(T)); pthread_cond_init(&t->cv, 0); t->start = fn; t->arg = arg; t->kind = K_NONE;
  pthread_mutex_lock(&M); T **q = &all; while (*q) q = &(*q)->next; *q = t; enq(t); pthread_mutex_unlock(&M);
  return r_create(th, a, tramp, t);
}
/* ---- clocks ---- */
static ns_t read_clock(void) {
  reads_since++; ns_t d = tick; if (reads_since > 20000) d += (ns_t)(reads_since - 20000) * 2; now_ns += d; cpu_ns += d; my_cpu_ns += d; return now_ns;
}
static void put(struct timespec *ts, ns_t v) { ts->tv_sec = v / 1000000000LL; ts->tv_nsec = v % 1000000000LL; }
int clock_gettime(clockid_t c, struct timespec *ts) {
  pthread_once(&once, init); ns_t n = read_clock();
  if (c == CLOCK_REALTIME || c == CLOCK_REALTIME_COARSE) n += BASE_REAL;
  else if (c == CLOCK_MONOTONIC || c == CLOCK_MONOTONIC_RAW || c == CLOCK_MONOTONIC_COARSE || c == CLOCK_BOOTTIME) n += BASE_MONO;
  else if (c == CLOCK_THREAD_CPUTIME_ID) n = my_cpu_ns;      /* computing is free: only the reads themselves cost */
  else n = cpu_ns;
  put(ts, n); return 0;
}
int gettimeofday(struct timeval *tv, void *tz) { ns_t n = BASE_REAL + read_clock(); (void)tz; { tv->tv_sec = n / 1000000000LL; tv->tv_usec = n % 1000000000LL / 1000; } return 0; }
time_t time(time_t *p) { time_t t = (BASE_REAL + read_clock()) / 1000000000LL; if (p) *p = t; return t; }
static int sleep_until(ns_t d) { T *t = self(); pthread_mutex_lock(&M);
  if (d <= now_ns) yield_(t); else { t->kind = K_SLEEP; t->deadline = d; block(t); } pthread_mutex_unlock(&M); return 0; }
static ns_t ts_ns(const struct timespec *t) { return t->tv_sec * 1000000000LL + t->tv_nsec; }
int clock_nanosleep(clockid_t c, int fl, const struct timespec *rq, struct timespec *rm) { (void)rm; ns_t v = ts_ns(rq);
  if (fl & TIMER_ABSTIME) v -= (c == CLOCK_REALTIME ? BASE_REAL : BASE_MONO); else v += now_ns; return sleep_until(v); }
int nanosleep(const struct timespec *rq, struct timespec *rm) { (void)rm; return sleep_until(now_ns + ts_ns(rq)); }
int usleep(useconds_t u) { return sleep_until(now_ns + (ns_t)u * 1000); }
unsigned sleep(unsigned s) { sleep_until(now_ns + (ns_t)s * 1000000000LL); return 0; }
/* ---- semaphores = Python locks ---- */
typedef struct { int count; } S;
int sem_init(sem_t *s, int sh, unsigned v) { (void)sh; ((S *)s)->count = (int)v; return 0; }
int sem_destroy(sem_t *s) { (void)s; return 0; }
int sem_getvalue(sem_t *s, int *v) { *v = ((S *)s)->count; return 0; }
int sem_post(sem_t *s) {
  self(); pthread_mutex_lock(&M); ((S *)s)->count++; T *b, *w = 0;
  for (b = all; b; b = b->next) if (b->state == BLOCKED && b->kind == K_SEM && b->sem == s && (!w || b->seq < w->seq)) w = b;
  if (w) { w->timedout = 0; enq(w); }
  pthread_mutex_unlock(&M); return 0;
}
int sem_trywait(sem_t *s) { self(); pthread_mutex_lock(&M); int ok = ((S *)s)->count > 0; if (ok) ((S *)s)->count--; pthread_mutex_unlock(&M);
  if (!ok) { errno = EAGAIN; return -1; } return 0; }
static int sem_wait_until(sem_t *s, ns_t d) {
  T *t = self(); pthread_mutex_lock(&M); int r = 0;
  while (((S *)s)->count <= 0) { if (d != INF && d <= now_ns) { r = ETIMEDOUT; break; }
    t->kind = K_SEM; t->sem = s; t->deadline = d; block(t); t->sem = 0;
    if (t->timedout && ((S *)s)->count <= 0) { r = ETIMEDOUT; break; } }
  if (!r) ((S *)s)->count--;
  pthread_mutex_unlock(&M); if (r) { errno = r; return -1; } return 0;
}
int sem_wait(sem_t *s) { return sem_wait_until(s, INF); }
int sem_timedwait(sem_t *s, const struct timespec *a) { return sem_wait_until(s, ts_ns(a) - BASE_REAL); }
int sem_clockwait(sem_t *s, clockid_t c, const struct timespec *a) { return sem_wait_until(s, ts_ns(a) - (c == CLOCK_REALTIME ? BASE_REAL : BASE_MONO)); }
/* ---- pollers ---- */
static int gen_wait(int (*fn)(void *), void *arg, ns_t rel) {
  T *t = self(); pthread_mutex_lock(&M);
  int r = fn(arg); if (r == 0 && rel == 0) { yield_(t); if (!rq_head) r = fn(arg); }
  if (r == 0 && rel != 0) { t->kind = K_POLL; t->tryfn = fn; t->targ = arg; t->deadline = rel < 0 ? INF : now_ns + rel; block(t);
    t->tryfn = 0; r = t->timedout ? 0 : t->tres; if (r < 0) errno = t->terr; }
  pthread_mutex_unlock(&M); return r;
}
struct ea { int fd; struct epoll_event *ev; int n; };
static int f_e(void *p) { struct ea *a = p; return r_epoll(a->fd, a->ev, a->n, 0); }
int epoll_wait(int fd, struct epoll_event *ev, int n, int ms) { self(); struct ea a = {fd, ev, n}; return gen_wait(f_e, &a, ms < 0 ? -1 : (ns_t)ms * 1000000); }
struct pa { struct pollfd *f; nfds_t n; };
static int f_p(void *p) { struct pa *a = p; return r_poll(a->f, a->n, 0); }
int poll(struct pollfd *f, nfds_t n, int ms) { self(); struct pa a = {f, n}; return gen_wait(f_p, &a, ms < 0 ? -1 : (ns_t)ms * 1000000); }
struct sa { int n; fd_set *r, *w, *e, r0, w0, e0; };
static int f_s(void *p) { struct sa *a = p; struct timeval z = {0, 0}; if (a->r) *a->r = a->r0; if (a->w) *a->w = a->w0; if (a->e) *a->e = a->e0; return r_select(a->n, a->r, a->w, a->e, &z); }
int select(int n, fd_set *r, fd_set *w, fd_set *e, struct timeval *tv) { self(); struct sa a; a.n = n; a.r = r; a.w = w; a.e = e; if (r) a.r0 = *r; if (w) a.w0 = *w; if (e) a.e0 = *e;
  return gen_wait(f_s, &a, tv ? tv->tv_sec * 1000000000LL + tv->tv_usec * 1000LL : -1); }
/* ---- misc ---- */
ssize_t getrandom(void *b, size_t n, unsigned fl) { static uint64_t x = 88172645463325252ULL; (void)fl; unsigned char *p = b;
  for (size_t i = 0; i < n; i++) { x ^= x << 13; x ^= x >> 7; x ^= x << 17; p[i] = (unsigned char)x; } return (ssize_t)n; }
long syscall(long nr, ...) {
  static long (*rs)(long, ...); if (!rs) rs = dlsym(RTLD_NEXT, "syscall");
  va_list ap; va_start(ap, nr); long a = va_arg(ap, long), b = va_arg(ap, long), c = va_arg(ap, long), d = va_arg(ap, long), e = va_arg(ap, long), f = va_arg(ap, long); va_end(ap);
  if (nr == SYS_clock_gettime) return clock_gettime((clockid_t)a, (struct timespec *)b);
  return rs(nr, a, b, c, d, e, f);
}
