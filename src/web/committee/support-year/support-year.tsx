import type { Application, SupportYear } from '../../../applications/index.js';
import { Button, ButtonRow, Form, Radios, Section, type Viewer } from '../../shared/index.js';
import { earlierProjectName, supportYearInWords, whySupportYear } from '../../shared/support-year.js';
import { applicationUrl } from '../application-words.js';

/** What a form sends for a project that goes on with nothing. */
export const NEW_PROJECT = 'new';

interface SupportYearSectionProps {
  readonly viewer: Viewer;
  readonly application: Application;
  readonly support: SupportYear | null;
}

/** Which year of support it is and why, and, where earlier projects could be meant, the choice between them. */
export function SupportYearSection({ viewer, application, support }: SupportYearSectionProps) {
  if (!support) return null;
  const year = supportYearInWords(support);
  return (
    <Section title="支援の年次">
      <p>
        <strong>{year ?? '決まっていません'}</strong>　{whySupportYear(support)}
      </p>
      {support.choices.length > 0 && (
        <Form action={applicationUrl(viewer, application.id, 'project')} label="支援の年次">
          <Radios
            name="continuesId"
            label="この申請の事業"
            required
            hint="続きの事業は、前の年度の次の年次になります。どちらか分からないときは、担当課に聞いてください。"
            value={application.continuation === 'new' ? NEW_PROJECT : (application.continuesId ?? undefined)}
            options={[
              ...support.choices.map((each) => ({ value: each.id, label: `${earlierProjectName(each)}の続き` })),
              { value: NEW_PROJECT, label: '新しい事業' },
            ]}
          />
          <ButtonRow>
            <Button kind="secondary">この事業として計算する</Button>
          </ButtonRow>
        </Form>
      )}
    </Section>
  );
}
