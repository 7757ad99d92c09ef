export { decodeText } from './decode-text.js';
export { readCsv, type CsvLine } from './read-csv.js';
export { toShiftJis, type ShiftJisText } from './shift-jis.js';
export { writeCsv, type CsvCell, type CsvColumn } from './write-csv.js';
