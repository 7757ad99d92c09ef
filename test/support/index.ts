export { openHouse, openWeb, type House, type HouseOptions, type Web } from './house.js';
export { FixedClock } from './fixed-clock.js';
export type { FieldValue, Upload, Visitor } from '../../src/demo/visitor/visitor.js';
export type { Page } from '../../src/demo/visitor/page.js';
export type { Form } from '../../src/demo/visitor/form.js';
export { openBrowser, type TestBrowser } from './browser.js';
