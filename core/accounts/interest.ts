/**
 * What interest comes to, in whole minor units: rounded half to even when it is booked, exact before. Rates are hundredths of a percent a
 * year.
 */

/** Of a balance a day, summed over days, by day over 365. */
export const dailyInterest = (sum_of_days_cents: number, rate_basis_points: number): number =>
  divided(sum_of_days_cents, rate_basis_points, 365 * 10_000)

/** Of a balance over some whole months, a twelfth of the rate each. */
export const monthlyInterest = (balance_cents: number, rate_basis_points: number, months: number): number =>
  divided(balance_cents, rate_basis_points * months, 12 * 10_000)

/** cents × factor / by, all 0 or more, rounded half to even. */
function divided(cents: number, factor: number, by: number): number {
  const product = cents * factor
  if (product <= Number.MAX_SAFE_INTEGER) return toEven(Math.floor(product / by), product % by, by)
  const [exact, divisor] = [BigInt(cents) * BigInt(factor), BigInt(by)]
  return toEven(Number(exact / divisor), Number(exact % divisor), by)
}

function toEven(whole: number, rest: number, by: number): number {
  if (rest * 2 === by) return whole + (whole % 2)
  return rest * 2 > by ? whole + 1 : whole
}
