/** Excel workbooks: read with bounds on memory and time, written for people to fill in. */
export { readWorkbook, type CellValue, type SheetRows } from './read-workbook.js';
export { columnName } from './column-name.js';
export { writeWorkbook, type WorkbookColumn, type WorkbookSheet } from './write-workbook.js';
