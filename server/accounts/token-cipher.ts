import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** A key that encrypts tokens, and the id by which it is stored with them. */
export interface EncryptionKey {
  id: string;
  /** 32 bytes. */
  key: Buffer;
}

/** An encrypted text and the id of its key. */
export interface Sealed {
  keyId: string;
  /** Initialization vector, tag and ciphertext, in base64. */
  text: string;
}

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** Encrypts with the first key and decrypts with any, so that a key can be replaced without losing an account. */
export class TokenCipher {
  private readonly current: EncryptionKey;

  constructor(private readonly keys: readonly EncryptionKey[]) {
    const [first] = keys;
    if (!first) throw new Error('At least one encryption key is needed.');
    this.current = first;
  }

  /** The id of the key that encrypts. Text with another key id should be encrypted again. */
  get keyId(): string {
    return this.current.id;
  }

  /** `owner` is authenticated (AAD): the text cannot be decrypted for another owner. */
  seal(plain: string, owner: string): Sealed {
    const { id, key } = this.current;
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv(algorithm, key, iv).setAAD(Buffer.from(owner));
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return { keyId: id, text: Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64') };
  }

  /** Throws if the key is unknown, and if text, key and owner do not match. */
  open({ keyId, text }: Sealed, owner: string): string {
    const key = this.keys.find(({ id }) => id === keyId)?.key;
    if (!key) throw new Error(`TOKEN_ENCRYPTION_KEYS has no key "${keyId}", which stored tokens need.`);
    const bytes = Buffer.from(text, 'base64');
    const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivBytes), {
      authTagLength: tagBytes,
    })
      .setAAD(Buffer.from(owner))
      .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
    return decipher.update(bytes.subarray(ivBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
  }
}
