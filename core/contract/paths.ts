/**
 * The name of each route of the API with its method and path. `contract.ts` says the rest of each; this is all of it that a browser loads.
 * `:id` and `:rowId` are UUIDs, `:revision` is a number, `:file` is the secret of a calendar address and `.ics`.
 */
export const paths = {
  listScenarios: 'GET /api/planning',
  createScenario: 'POST /api/planning',
  listDeleted: 'GET /api/planning/deleted',
  compareScenarios: 'GET /api/planning/compare',
  readFeed: 'GET /api/planning/feeds/:file',
  getScenario: 'GET /api/planning/:id',
  putScenario: 'PUT /api/planning/:id',
  patchScenario: 'PATCH /api/planning/:id',
  deleteScenario: 'DELETE /api/planning/:id',
  projectScenario: 'GET /api/planning/:id/projection',
  askRanges: 'GET /api/planning/:id/ranges',
  exportScenario: 'GET /api/planning/:id/export',
  askAfford: 'POST /api/planning/:id/questions/afford',
  askSave: 'POST /api/planning/:id/questions/save',
  askSetAside: 'POST /api/planning/:id/questions/set-aside',
  askMoveBills: 'POST /api/planning/:id/questions/move-bills',
  askDebts: 'POST /api/planning/:id/questions/debts',
  putBill: 'PUT /api/planning/:id/bills/:rowId',
  deleteBill: 'DELETE /api/planning/:id/bills/:rowId',
  putIncome: 'PUT /api/planning/:id/incomes/:rowId',
  deleteIncome: 'DELETE /api/planning/:id/incomes/:rowId',
  putAllocation: 'PUT /api/planning/:id/allocations/:rowId',
  deleteAllocation: 'DELETE /api/planning/:id/allocations/:rowId',
  putGoal: 'PUT /api/planning/:id/goals/:rowId',
  deleteGoal: 'DELETE /api/planning/:id/goals/:rowId',
  editScenario: 'POST /api/planning/:id/edits',
  listRevisions: 'GET /api/planning/:id/revisions',
  getRevision: 'GET /api/planning/:id/revisions/:revision',
  getRevisionChange: 'GET /api/planning/:id/revisions/:revision/change',
  restoreRevision: 'POST /api/planning/:id/revisions/:revision/restore',
  restoreScenario: 'POST /api/planning/:id/restore',
  duplicateScenario: 'POST /api/planning/:id/duplicate',
  branchScenario: 'POST /api/planning/:id/branch',
  previewMerge: 'GET /api/planning/:id/merge-preview',
  mergeScenario: 'POST /api/planning/:id/merge',
  createFeed: 'POST /api/planning/:id/feed',
  listFeeds: 'GET /api/planning/:id/feeds',
  revokeFeed: 'DELETE /api/planning/:id/feeds/:rowId',
  signUp: 'POST /api/auth/sign-up/email',
  signIn: 'POST /api/auth/sign-in/email',
  signOut: 'POST /api/auth/sign-out',
  getSession: 'GET /api/auth/get-session',
  changePassword: 'POST /api/auth/change-password',
  deleteAccount: 'POST /api/auth/delete-user',
  requestPasswordReset: 'POST /api/auth/request-password-reset',
  resetPassword: 'POST /api/auth/reset-password',
  sendConfirmation: 'POST /api/auth/send-verification-email',
  confirmEmail: 'POST /api/auth/verify-email',
  setUpSecondFactor: 'POST /api/auth/two-factor/enable',
  endSecondFactor: 'POST /api/auth/two-factor/disable',
  renewRecoveryCodes: 'POST /api/auth/two-factor/generate-backup-codes',
  giveCode: 'POST /api/auth/two-factor/verify-totp',
  giveRecoveryCode: 'POST /api/auth/two-factor/verify-backup-code',
  setPassword: 'POST /api/auth/set-password',
  signInByProvider: 'POST /api/auth/provider/sign-in',
  linkProvider: 'POST /api/auth/provider/link',
  confirmByProvider: 'POST /api/auth/provider/confirm',
  returnFromProvider: 'POST /api/auth/provider/return',
  unlinkProvider: 'DELETE /api/auth/provider',
  listWaysIn: 'GET /api/auth/ways-in',
  listPasskeys: 'GET /api/auth/passkeys',
  addPasskey: 'POST /api/auth/passkeys',
  beginPasskey: 'POST /api/auth/passkeys/begin',
  beginSignInByPasskey: 'POST /api/auth/passkeys/begin-sign-in',
  signInByPasskey: 'POST /api/auth/passkeys/sign-in',
  renamePasskey: 'PATCH /api/auth/passkeys/:id',
  removePasskey: 'DELETE /api/auth/passkeys/:id',
  listSessions: 'GET /api/auth/sessions',
  endOtherSessions: 'DELETE /api/auth/sessions',
  endSession: 'DELETE /api/auth/sessions/:id',
  listAccountEvents: 'GET /api/auth/events',
  listTokens: 'GET /api/tokens',
  createToken: 'POST /api/tokens',
  revokeToken: 'DELETE /api/tokens/:id',
  hearChanges: 'GET /api/events',
  getHealth: 'GET /api/health',
  getLiveness: 'GET /api/health/live',
  getReadiness: 'GET /api/health/ready',
  getSettings: 'GET /api/settings',
  reportCrash: 'POST /api/crashes',
  getDocument: 'GET /api/openapi.json',
  getDocs: 'GET /api/docs',
  getDocsStyle: 'GET /api/docs.css',
} as const satisfies Record<string, `${Method} /api/${string}`>

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type RouteName = keyof typeof paths
export type Paths = typeof paths

type NamesIn<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | NamesIn<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never
/** The parameters in a route's path. */
export type ParamsOf<N extends RouteName> = { [Name in NamesIn<Paths[N]>]: string | number }

/** With `below`, the path from there on. */
export function methodAndPath(name: RouteName, below = ''): { method: Method; path: string } {
  const [method, path] = paths[name].split(' ') as [Method, string]
  return { method, path: path.slice(below.length) || '/' }
}

/** The path of a route with its parameters filled in, and a query behind it where there is one. */
export function pathTo(
  path: string,
  params: Readonly<Record<string, string | number>> = {},
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name]!))
  const asked = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]))
  return asked.length === 0 ? filled : `${filled}?${asked.join('&')}`
}
