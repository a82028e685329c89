import { randomBytes } from 'node:crypto';
import { TokenCipher, type EncryptionKey } from './token-cipher';

const key = (id: string): EncryptionKey => ({ id, key: randomBytes(32) });
const [older, newer] = [key('older'), key('newer')];

describe('TokenCipher', () => {
  it('gives back what it sealed, and seals the same text differently each time', () => {
    const cipher = new TokenCipher([older]);
    const [one, another] = [cipher.seal('secret', '1'), cipher.seal('secret', '1')];
    expect(one.text).not.toBe(another.text);
    expect([cipher.open(one, '1'), cipher.open(another, '1')]).toEqual(['secret', 'secret']);
    expect(Buffer.from(one.text, 'base64').toString('latin1')).not.toContain('secret');
  });

  it('seals with its first key, and opens with any', () => {
    const sealed = new TokenCipher([older]).seal('secret', '1');
    const rotated = new TokenCipher([newer, older]);
    expect(rotated.open(sealed, '1')).toBe('secret');
    expect(rotated.seal('secret', '1').keyId).toBe('newer');
  });

  it('names the key that is missing', () => {
    const sealed = new TokenCipher([older]).seal('secret', '1');
    expect(() => new TokenCipher([newer]).open(sealed, '1')).toThrow('"older"');
  });

  it('opens nothing of another owner', () => {
    const cipher = new TokenCipher([older]);
    expect(() => cipher.open(cipher.seal('secret', '1'), '2')).toThrow();
  });

  it('opens nothing that was changed by a single bit', () => {
    const cipher = new TokenCipher([older]);
    const { keyId, text } = cipher.seal('secret', '1');
    const bytes = Buffer.from(text, 'base64');
    for (const at of bytes.keys()) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => cipher.open({ keyId, text: changed.toString('base64') }, '1')).toThrow();
    }
  });

  it('opens nothing that was cut short', () => {
    const cipher = new TokenCipher([older]);
    const { keyId, text } = cipher.seal('secret', '1');
    const short = Buffer.from(text, 'base64').subarray(0, 20).toString('base64');
    expect(() => cipher.open({ keyId, text: short }, '1')).toThrow();
  });

  it('opens nothing whose tag was cut short', () => {
    const cipher = new TokenCipher([older]);
    const { keyId, text } = cipher.seal('', '1');
    for (const tagBytes of [4, 8, 12, 15]) {
      const short = Buffer.from(text, 'base64')
        .subarray(0, 12 + tagBytes)
        .toString('base64');
      expect(() => cipher.open({ keyId, text: short }, '1')).toThrow();
    }
  });
});
