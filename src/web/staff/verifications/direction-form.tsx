import { formatFiscalYear } from '../../../kernel/fiscal-year.js';
import type { VerificationPage as View } from '../../../verifications/index.js';
import { Button, ButtonRow, Form, Radios, TextArea, type Viewer } from '../../shared/index.js';
import { typedText } from '../../shared/typed-text.js';
import { NewDraftFields } from '../draft-fields.js';

interface DirectionFormProps {
  readonly viewer: Viewer;
  readonly view: View;
  readonly body: unknown;
}

/** 今後の方向性 with its reason: drafted where the town's table rules it, else decided by the section. */
export function DirectionForm({ viewer, view: { verification, sheet, byDraft }, body }: DirectionFormProps) {
  const { id, title, fiscalYear, version } = verification;
  const act = byDraft ? 'draft' : 'decision';
  return (
    <Form action={viewer.url(`staff/verifications/${id}/${act}`)} version={version} label="今後の方向性">
      {!byDraft && <p>この自治体の専決規程には今後の方向性の決裁がないため、担当課で決めます。</p>}
      <Radios
        name="direction"
        label="今後の方向性"
        required
        options={sheet.directions.map((each) => ({ value: each.id, label: each.label }))}
        value={typedText(body, 'direction')}
      />
      <TextArea
        name="why"
        label="方向性の理由"
        hint="団体に知らせ、公表します。次の年度にどうすればよいかがわかるように書いてください。"
        required
        rows={5}
        most={1000}
        value={typedText(body, 'why')}
      />
      {byDraft && (
        <NewDraftFields
          title={`${title}の今後の方向性について（${formatFiscalYear(fiscalYear)}の検証）`}
          reason="検証の結果に基づき、上のとおり今後の方向性を決めてよろしいか伺います。"
          sent={body}
        />
      )}
      <ButtonRow>
        <Button>{byDraft ? '今後の方向性を起案する' : '今後の方向性を決める'}</Button>
      </ButtonRow>
    </Form>
  );
}
