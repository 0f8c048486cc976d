/** Who asks, as a session or a token says. */
export interface Identity {
  user_id: string
  email: string
  via: 'session' | 'token'
  scope: 'read' | 'read_write'
  /** The token's id; null: a session. */
  token_id: string | null
  /** The session's id; null: a token. */
  session_id: string | null
}

export interface SessionIdentity extends Identity {
  session_id: string
}
