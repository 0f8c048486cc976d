/** The days can't be counted: why. */
export default function RefusedSummary({ messages }: { messages: string[] }) {
  return (
    <section aria-label="Summary" className="headline">
      <p className="font-semibold">The balance ahead can't be told for this plan.</p>
      {messages.map((message) => (
        <p key={message}>{message}</p>
      ))}
    </section>
  )
}
