import { openRemarks, type OrganizationFile, type RemarkField, REMARK_FIELDS } from '../../organizations/index.js';
import { Notice, Prose, TextArea } from '../shared/index.js';

interface RemarksHereProps {
  readonly file: OrganizationFile;
  readonly fields: readonly RemarkField[];
  /** What was typed before the form came back, by remark. */
  readonly answers?: Readonly<Record<string, string>> | undefined;
}

/** What staff remarked at these fields, each with the field for its answer; nothing while nothing was returned. */
export function RemarksHere({ file, fields, answers = {} }: RemarksHereProps) {
  const here = file.state === 'returned' ? openRemarks(file).filter(({ field }) => fields.includes(field)) : [];
  return (
    <>
      {here.map((remark) => (
        <div class="remark" key={remark.id}>
          <Notice tone="warning" title={`担当課からの指摘（${REMARK_FIELDS[remark.field].label}）`}>
            <Prose text={remark.text} />
          </Notice>
          <TextArea
            name={`answers[${remark.id}]`}
            label="この指摘への回答"
            hint="どう直したか、または直さない理由を書いてください。"
            rows={3}
            value={answers[remark.id] ?? remark.answer}
            required
          />
        </div>
      ))}
    </>
  );
}
