export default function CompareView() {
  return <h1 className="text-3xl">Compare</h1>
}
