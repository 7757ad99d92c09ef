import { TextArea, TextField } from '../shared/index.js';
import { textOr } from '../shared/typed-choice.js';
import { DraftMarks, DraftOptions } from './draft-options.js';

interface DraftFieldsProps {
  readonly title: string;
  readonly reason: string;
  readonly marks?: readonly string[];
  readonly carried?: boolean;
}

/** What every 起案 says, whatever its cases: the form around it belongs to the stage that owns them. */
export function DraftFields({ title, reason, marks = [], carried = false }: DraftFieldsProps) {
  return (
    <>
      <TextField name="title" label="件名" required value={title} hint="例：令和8年度運営交付金の交付決定について" />
      <TextArea
        name="reason"
        label="起案の理由"
        required
        rows={5}
        value={reason}
        hint="何を、なぜ決めるのか。決裁者が最初に読みます。"
      />
      <DraftMarks marks={marks} carried={carried} />
    </>
  );
}

interface NewDraftFieldsProps {
  /** Proposed until somebody types another. */
  readonly title: string;
  readonly reason: string;
  /** What was typed into the form before it came back. */
  readonly sent: unknown;
}

/** What a new 起案 says, with how it goes round closed until needed. */
export function NewDraftFields({ title, reason, sent }: NewDraftFieldsProps) {
  const typed: { readonly title?: unknown; readonly reason?: unknown } = sent ?? {};
  return (
    <>
      <TextField name="title" label="件名" required value={textOr(typed.title, title)} />
      <TextArea name="reason" label="起案の理由" required rows={4} value={textOr(typed.reason, reason)} />
      <DraftOptions sent={sent} />
    </>
  );
}
