import { Link } from 'wouter'
import { say } from '../words/say.ts'

/** An address that no page has: that it is so, and the way on. */
export default function NothingHere() {
  return (
    <section aria-labelledby="nothing-heading" className="max-w-xl">
      <h1 id="nothing-heading" className="text-2xl">
        {say('frame.nothing_here')}
      </h1>
      <p className="mt-2 text-quiet">{say('frame.nothing_here.why')}</p>
      <Link href="/" className="button button-primary mt-4">
        {say('frame.nothing_here.on')}
      </Link>
    </section>
  )
}
