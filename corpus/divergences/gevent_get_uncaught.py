import gevent

def parse(text):
    return int(text)

def job(text):
    gevent.sleep(1)
    return parse(text)

def collect(jobs):
    return [job.get() for job in jobs]

print(collect([gevent.spawn(job, text) for text in ('1', '2')]))
print(collect([gevent.spawn(job, text) for text in ('3', 'four')]))
