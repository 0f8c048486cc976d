import { useEffect, useState } from 'react'
import type { Problem } from '../../core/problem.ts'
import { roomOf, textOf } from '../words/problems.ts'
import { loadWords } from '../words/rooms.ts'

/** What a problem says; where its words are still on their way, a few that fit any, and then its own. */
export function ProblemText({ problem }: { problem: Problem }) {
  const [, setThere] = useState(false)
  const room = roomOf(problem)
  useEffect(() => {
    if (room)
      void loadWords(room).then(
        () => setThere(true),
        () => undefined,
      )
  }, [room])
  return textOf(problem)
}
