import { withGeta } from './draw-letter.js';
import type { FormSheet } from './form-sheet.js';
import { layoutForm } from './layout/layout-form.js';
import { paint } from './paint.js';

/**
 * Draws a blank form as tagged PDF/A-2a. The bytes depend on nothing but the sheet and `createdAt`. A character that no
 * font shows is drawn as 〓: unlike a name in a letter, a label is read by people who can ask.
 */
export function drawForm(sheet: FormSheet, createdAt: Date): Promise<Buffer> {
  const { title, author } = sheet;
  return paint(layoutForm(withGeta(sheet)), { title, author, createdAt });
}
