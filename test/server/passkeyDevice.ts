/** An authenticator of passkeys in software (WebAuthn, ES256, without attestation), with a browser's part in front of it. */
import { createHash, generateKeyPairSync, randomBytes, randomUUID, sign, type KeyObject } from 'node:crypto'

const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest()
const base64url = (bytes: Buffer): string => bytes.toString('base64url')

/** As much of CBOR as it takes (RFC 8949): whole numbers, texts, bytes and maps. */
function cbor(value: number | string | Buffer | Map<number | string, unknown>): Buffer {
  const head = (major: number, size: number): Buffer =>
    size < 24
      ? Buffer.from([(major << 5) | size])
      : size < 256
        ? Buffer.from([(major << 5) | 24, size])
        : Buffer.from([(major << 5) | 25, size >> 8, size & 255])
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, held]) => [cbor(key), cbor(held as string)])])
}

/** What a ceremony is to look like; what is left out is as it should be. */
export interface Otherwise {
  origin?: string
  rp_id?: string
  challenge?: string
  type?: string
  /** Whether it asked for a finger, a face or a PIN. */
  verifies?: boolean
  counter?: number
  /** Signs with a key that is not the passkey's. */
  forged?: boolean
}

export interface Credential {
  id: Buffer
  key: KeyObject
  counter: number
}

interface Creation {
  challenge: string
  rp: { id: string }
}
interface Request {
  challenge: string
  rpId: string
}

/** `counts`: whether its counter goes up, as those of security keys do; passkeys that are copied between devices say 0. */
export function passkeyDevice(origin: string, { counts = true }: { counts?: boolean } = {}) {
  const clientDataOf = (kind: string, challenge: string, otherwise: Otherwise): Buffer =>
    Buffer.from(
      JSON.stringify({
        type: otherwise.type ?? kind,
        challenge: otherwise.challenge ?? challenge,
        origin: otherwise.origin ?? origin,
        crossOrigin: false,
      }),
    )
  const dataOf = (rp_id: string, counter: number, { verifies = true }: Otherwise, attested: Buffer = Buffer.alloc(0)): Buffer => {
    const counted = Buffer.alloc(4)
    counted.writeUInt32BE(counter)
    const flags = 1 | (verifies ? 4 : 0) | (attested.length > 0 ? 64 : 0)
    return Buffer.concat([sha256(rp_id), Buffer.from([flags]), counted, attested])
  }

  /** Makes a passkey and what the browser says of it. */
  const make = (asked: Creation, otherwise: Otherwise = {}, id: Buffer = randomBytes(32)) => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { x, y } = publicKey.export({ format: 'jwk' }) as { x: string; y: string }
    const cose = cbor(
      new Map<number, number | Buffer>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]),
    )
    const credential: Credential = { id, key: privateKey, counter: 0 }
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([id.length >> 8, id.length & 255]), id, cose])
    const authData = dataOf(otherwise.rp_id ?? asked.rp.id, otherwise.counter ?? 0, otherwise, attested)
    const attestation = cbor(
      new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ]),
    )
    const response = {
      id: base64url(id),
      rawId: base64url(id),
      type: 'public-key' as const,
      authenticatorAttachment: 'platform',
      response: {
        clientDataJSON: base64url(clientDataOf('webauthn.create', asked.challenge, otherwise)),
        attestationObject: base64url(attestation),
        transports: ['internal'],
      },
      clientExtensionResults: {},
    }
    return { credential, response }
  }

  /** Signs in by a passkey. */
  const use = (credential: Credential, asked: Request, otherwise: Otherwise = {}) => {
    if (counts) credential.counter += 1
    const data = dataOf(otherwise.rp_id ?? asked.rpId, otherwise.counter ?? credential.counter, otherwise)
    const clientData = clientDataOf('webauthn.get', asked.challenge, otherwise)
    const key = otherwise.forged ? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey : credential.key
    return {
      id: base64url(credential.id),
      rawId: base64url(credential.id),
      type: 'public-key' as const,
      response: {
        clientDataJSON: base64url(clientData),
        authenticatorData: base64url(data),
        signature: base64url(sign('sha256', Buffer.concat([data, sha256(clientData)]), key)),
        userHandle: base64url(randomBytes(32)),
      },
      clientExtensionResults: {},
    }
  }
  return { make, use }
}

/** The row of a passkey that no device has. */
export const passkeyOf = (userId: string) => ({
  id: randomUUID(),
  userId,
  name: 'A phone',
  publicKey: 'a key',
  credentialID: randomUUID(),
  counter: 0,
  deviceType: 'singleDevice',
  backedUp: false,
  transports: null,
  aaguid: null,
  last_used_at: null,
})
