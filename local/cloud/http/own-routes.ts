import type { Persona } from '../phone-calls'
import type { Services } from '../services'
import { FILE_ADDRESSES } from '../storage/file-addresses'
import { answerJson } from './answer'
import { callRoute } from './call-route'
import { clockRoute } from './clock-route'
import { faultsRoute } from './faults-route'
import { fileRoute } from './file-route'
import { gatewayRoute } from './gateway-route'
import type { Route } from './route'
import { storageRoutes } from './storage-routes'
import { subscriptionsRoute } from './subscriptions-route'
import { uploadRoute } from './upload-route'

/** Every address of the cloud itself. */
export function ownRoutes(services: Services, personas: readonly Persona[]): Record<string, Route> {
  const { gateway, calls, faultyCalls, clock, counters, files, addresses, phoneFiles, faults, subscriptions } = services
  return {
    '/admin': gatewayRoute(gateway),
    '/call': callRoute(faultyCalls),
    '/clock': clockRoute(clock),
    '/counters': answering(() => counters.snapshot()),
    '/faults': faultsRoute(faults),
    '/personas': answering(() => personas.map(({ id, name = id, note = '' }) => ({ id, name, note }))),
    '/storage/upload': uploadRoute({ calls, files: phoneFiles, faults }),
    ...storageRoutes({ calls, files: phoneFiles }),
    '/subscriptions': subscriptionsRoute(subscriptions, calls),
    [FILE_ADDRESSES]: fileRoute(files, addresses),
  }
}

const answering = (content: () => unknown): Route => ({
  GET: ({ response }) => {
    answerJson(response, content())
  },
})
