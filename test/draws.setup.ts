/** Properties draw from where DRAWS says, see draws.ts. */
if (process.env.DRAWS !== undefined) {
  const { default: fc } = await import('fast-check')
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.DRAWS) })
}
