export { readCsv, type CsvLine } from './read-csv.js';
export { writeCsv, type CsvCell, type CsvColumn } from './write-csv.js';
