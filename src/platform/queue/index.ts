export { openBackend, type DeliveryJob } from './backend.js';
export { JobQueue, type AttemptOutcome, type JobProcessor } from './job-queue.js';
