/** Somebody else, in a thread of their own: reads a small plan again and again, and notes how long it took at worst. */
import { request, Agent } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

const { address, path, cookie } = workerData as { address: string; path: string; cookie: string }
const agent = new Agent({ keepAlive: true, maxSockets: 1 })
let worst = 0
let count = 0

parentPort!.on('message', () => {
  parentPort!.postMessage({ worst, count }, [])
  worst = 0
  count = 0
})

function read(): void {
  const started = performance.now()
  const asked = request(address + path, { agent, headers: { cookie } }, (response) => {
    response.resume()
    response.on('end', () => {
      worst = Math.max(worst, performance.now() - started)
      if (response.statusCode === 200) count += 1
      setTimeout(read, 3)
    })
  })
  asked.on('error', () => {
    worst = Infinity
    setTimeout(read, 20)
  })
  asked.end()
}
read()
