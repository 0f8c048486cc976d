/** The plan as it would be with what is being asked about: the picture of the balance draws it beside the plan as it is. */
import { create } from 'zustand'
import type { Projection } from '../../../core/projection/projection.ts'

export const useTried = create<{ tried: Projection | null }>(() => ({ tried: null }))
