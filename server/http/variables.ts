/** What the app's layers tell each other of one request. */
import type { Identity } from '../auth/who.ts'

export interface AppEnv {
  Variables: {
    request_id: string
    /** In which who asks is answered. */
    language: string
    /** Of the person, or of the proxy in front that is not trusted; what limits by address go by. */
    client_address: string
    /** Who asks: a person by their session, or one of their tokens. */
    identity: Identity
    /** How large the answer of a plan was made, in characters; not there for one that is streamed. */
    answer_bytes: number | undefined
  }
}
