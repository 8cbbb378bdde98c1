"""Load for tests/ScaleOut/run. Tokens are made beforehand: with the package cryptography if it is there, else one by one with openssl."""
import base64, http.client, json, os, signal, subprocess, sys, threading, time, uuid

SERVICE = "/cds-services/msc-covid19-order-sign/feedback"


def b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def point(key):
    text = subprocess.run(["openssl", "ec", "-in", key, "-pubout", "-outform", "DER"], capture_output=True, check=True).stdout
    return text[-96:-48], text[-48:]


def raw(der):
    """The two numbers of an ECDSA signature, from DER to 48 bytes each (RFC 7518 section 3.4)."""
    at, numbers = 2 if der[1] < 128 else 3, []
    for _ in range(2):
        length = der[at + 1]
        numbers.append(int.from_bytes(der[at + 2:at + 2 + length], "big").to_bytes(48, "big"))
        at += 2 + length
    return b"".join(numbers)


def tokens(key, count):
    try:
        from cryptography.hazmat.primitives import hashes, serialization
        from cryptography.hazmat.primitives.asymmetric import ec
        private = serialization.load_pem_private_key(open(key, "rb").read(), None)
        sign = lambda data: private.sign(data, ec.ECDSA(hashes.SHA384()))
    except ImportError:
        sign = lambda data: subprocess.run(["openssl", "dgst", "-sha384", "-sign", key], input=data, capture_output=True, check=True).stdout
    head, now, made = b64(b'{"alg":"ES384","typ":"JWT","kid":"k"}'), int(time.time()), []
    for _ in range(count):
        claims = {"iss": "https://ehr.example.org", "aud": "https://cds.example.org" + SERVICE, "iat": now, "exp": now + 1800, "jti": str(uuid.uuid4())}
        signed = f"{head}.{b64(json.dumps(claims).encode())}"
        made.append(f"{signed}.{b64(raw(sign(signed.encode())))}")
    return made


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * share))] * 1000 if values else float("nan")


def run(key, front, one, two, victim, seconds, psql):
    lanes, rate = 8, 12
    pool = tokens(key, lanes * rate * seconds)
    print(f"{len(pool)} tokens made, {lanes} clients, {seconds} s, one of three replicas killed after a third of it")
    acknowledged, timings, twice, failures, lock = [], [], [], {}, threading.Lock()
    start = time.time()
    kill = start + seconds / 3

    def post(port, token, card):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        body = json.dumps({"feedback": [{"card": card, "outcome": "overridden", "outcomeTimestamp": "2026-03-01T12:00:00Z"}]})
        connection.request("POST", SERVICE, body, {"Content-Type": "application/json", "Authorization": "Bearer " + token})
        status = connection.getresponse().status
        connection.close()
        return status

    def lane(number):
        for index, token in enumerate(pool[number::lanes]):
            pause = start + index / rate - time.time()
            if pause > 0:
                time.sleep(pause)
            card, begin = str(uuid.uuid4()), time.time()
            try:
                status = post(front, token, card)
            except OSError:
                status = 0
            took = time.time() - begin
            with lock:
                timings.append((begin, took))
                if status == 200:
                    acknowledged.append(card)
                else:
                    failures[status] = failures.get(status, 0) + 1
            if index % 4 == 0 and status == 200:
                # The same token again, straight at the two replicas that stay.
                for port in (one, two):
                    again = str(uuid.uuid4())
                    if post(port, token, again) == 200:
                        with lock:
                            twice.append(again)

    threads = [threading.Thread(target=lane, args=(number,)) for number in range(lanes)]
    for thread in threads:
        thread.start()
    time.sleep(max(0, kill - time.time()))
    os.kill(victim, signal.SIGKILL)
    for thread in threads:
        thread.join()
    stored = set(subprocess.run(psql.split() + ["-c", "SELECT card FROM fhirmsc_feedback"], capture_output=True, text=True, check=True).stdout.split())
    lost = [card for card in acknowledged if card not in stored]
    phases = {"before the kill": (start, kill), "3 s after it": (kill, kill + 3), "last third": (start + seconds * 2 / 3, start + seconds + 60)}
    result = {}
    for name, (low, high) in phases.items():
        values = [took for begin, took in timings if low <= begin < high]
        result[name] = percentile(values, 0.99)
        print(f"{name:16} {len(values):6} calls  p50 {percentile(values, 0.5):7.1f} ms  p99 {result[name]:7.1f} ms")
    print(f"acknowledged {len(acknowledged)}, of them lost {len(lost)}; tokens accepted twice {len(twice)}; calls that failed {sum(failures.values())} {failures}")
    recovered = result["last third"] < 3 * result["before the kill"] + 20
    print("p99 recovered" if recovered else "p99 did NOT recover")
    return 0 if acknowledged and not lost and not twice and recovered else 1


if sys.argv[1] == "keys":
    x, y = point(sys.argv[2])
    print(json.dumps({"keys": [{"kty": "EC", "crv": "P-384", "use": "sig", "alg": "ES384", "kid": "k", "x": b64(x), "y": b64(y)}]}))
else:
    sys.exit(run(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5]), int(sys.argv[6]), int(sys.argv[7]), sys.argv[8]))
