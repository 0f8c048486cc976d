/** What a plain matcher does: payment after payment, each takes the date that is worth the most to it among those that are left. */
import type { Assignment, SparseGraph } from '../../core/actuals/assignment.ts'

export function greedy({ lefts, rights, first, right, worth }: SparseGraph): Assignment {
  const found: Assignment = {
    right_of: new Int32Array(lefts).fill(-1),
    left_of: new Int32Array(rights).fill(-1),
    left_price: new Float64Array(lefts),
    right_price: new Float64Array(rights),
  }
  for (let left = 0; left < lefts; left += 1) {
    let best = -1
    for (let edge = first[left]!; edge < first[left + 1]!; edge += 1) {
      if (found.left_of[right[edge]!]! < 0 && worth[edge]! > 0 && (best < 0 || worth[edge]! > worth[best]!)) best = edge
    }
    if (best < 0) continue
    found.right_of[left] = right[best]!
    found.left_of[right[best]!] = left
  }
  return found
}
