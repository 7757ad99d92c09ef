import type { ComponentChildren } from 'preact';
import type { Question } from '../../../forms/index.js';
import { FileField } from '../fields.js';
import { VisuallyHidden } from '../values.js';
import { StayButton } from './section-frame.js';

interface QuestionFilesProps {
  readonly question: Extract<Question, { kind: 'file' }>;
  /** Where the script sends each file as it is chosen; without one only the button sends them. */
  readonly sendTo?: string | undefined;
  /** What was added so far. */
  readonly children: ComponentChildren;
}

/**
 * The field for files and what was added so far. Where the script runs, each file goes off when it is chosen and the
 * list grows; without it the button beside the field sends what was chosen.
 */
export function QuestionFiles({ question, sendTo, children }: QuestionFilesProps) {
  const { id, label, hint, required, many } = question;
  const name = `form[${id}]`;
  return (
    <>
      <FileField
        name={name}
        label={label}
        hint={`${hint}（PDF、写真、Excel、Word。${many ? '一つ' : '一つだけ、'}20MBまで）`}
        required={required}
        accept=".pdf,.jpg,.jpeg,.png,.webp,.xlsx,.docx"
        multiple={many}
        sendTo={sendTo}
      />
      <div data-files-of={name}>{children}</div>
      <div data-instead-of-sending={sendTo === undefined ? undefined : name}>
        <StayButton kind="secondary" act={`attach:${id}`} place={name}>
          選んだ書類を添える<VisuallyHidden>：{label}</VisuallyHidden>
        </StayButton>
      </div>
    </>
  );
}
