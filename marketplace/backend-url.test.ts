import { checkBackendUrl } from './backend-url';

describe('the back end’s address', () => {
  it.each([
    ['https://bulk.example.com', 'https://bulk.example.com'],
    ['https://bulk.example.com/', 'https://bulk.example.com'],
    ['HTTPS://Bulk.Example.COM', 'https://bulk.example.com'],
    ['https://bulk.example.com:8443', 'https://bulk.example.com:8443'],
    ['https://a.b-c.example.co.uk', 'https://a.b-c.example.co.uk'],
    ['https://例え.jp', 'https://xn--r8jz45g.jp'],
  ])('may be %s', (text, url) => expect(checkBackendUrl(text)).toEqual({ ok: true, url }));

  it.each([
    [undefined, '--backend'],
    ['', '--backend'],
    ['bulk.example.com', 'is not an address'],
    ['http://bulk.example.com', 'https://'],
    ['javascript:alert(1)', 'https://'],
    ['https://localhost', 'full domain name'],
    ['https://app.localhost', 'full domain name'],
    ['https://backend', 'full domain name'],
    ['https://backend.internal', 'full domain name'],
    ['https://backend.local', 'full domain name'],
    ['https://backend.test', 'full domain name'],
    ['https://backend.invalid', 'full domain name'],
    ['https://127.0.0.1', 'full domain name'],
    ['https://0x7f.1', 'full domain name'],
    ['https://[::1]', 'full domain name'],
    ['https://example.com.', 'full domain name'],
    ["https://a'+b.example.com", 'full domain name'],
    ['https://user:secret@bulk.example.com', 'password'],
    ['https://user@bulk.example.com', 'password'],
    ['https://:secret@bulk.example.com', 'password'],
    ['https://bulk.example.com/api', 'end after its domain name'],
    ['https://bulk.example.com/?a=1', 'end after its domain name'],
    ['https://bulk.example.com/#a', 'end after its domain name'],
  ])('must not be %s', (text, reason) =>
    expect(checkBackendUrl(text)).toEqual({ ok: false, message: expect.stringContaining(reason) }),
  );
});
