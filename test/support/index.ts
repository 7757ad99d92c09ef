export { openHouse, openWeb, type House, type HouseOptions, type Web } from './house.js';
export { FixedClock } from './fixed-clock.js';
export type { FieldValue, Upload, Visitor } from './visitor.js';
export type { Page } from './page.js';
export type { Form } from './form.js';
export { cloneDatabase } from './test-server.js';
