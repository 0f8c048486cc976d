import SignIn from '../components/settings/SignIn.tsx'

/** Plans are kept on the server, and nobody is signed in. */
export default function SignedOut() {
  return (
    <section aria-labelledby="signed-out-heading" className="mx-auto max-w-md pt-[6vh]">
      <h1 id="signed-out-heading" className="text-2xl">
        Your plans are on the server
      </h1>
      <p className="mt-1 mb-5 text-quiet">Sign in to open them. What this device has not sent yet is kept here for your account.</p>
      <SignIn />
    </section>
  )
}
