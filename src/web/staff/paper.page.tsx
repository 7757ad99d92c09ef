import type { OrganizationProfile } from '../../organizations/index.js';
import type { ProgramVersion } from '../../programs/index.js';
import { Button, ButtonRow, DateField, Form, Select, type Viewer } from '../shared/index.js';

export interface TypedPaper {
  readonly programVersionId: string;
  readonly organizationId: string;
  readonly receivedOn: string;
}

interface PaperPageProps {
  readonly viewer: Viewer;
  readonly programs: readonly ProgramVersion[];
  /** Those that may apply. */
  readonly organizations: readonly OrganizationProfile[];
  readonly typed: TypedPaper;
}

/** Whose paper it is, what it asks for, and when it came; its content is entered on the pages of the application itself. */
export function PaperPage({ viewer, programs, organizations, typed }: PaperPageProps) {
  return (
    <>
      <p>
        窓口や郵便で届いた申請書を、団体に代わって入力します。次のページから、申請書の順に書き写し、紙の写しを添えて受け付けます。
      </p>
      <Form action={viewer.url('staff/paper')} once>
        <Select
          name="programVersionId"
          label="補助制度"
          required
          value={typed.programVersionId}
          prompt="選んでください"
          options={programs.map(({ id, document }) => ({ value: id, label: document.name }))}
        />
        <Select
          name="organizationId"
          label="申請した団体"
          required
          value={typed.organizationId}
          prompt="選んでください"
          options={organizations.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <DateField
          name="receivedOn"
          label="収受日"
          hint="紙が届いた日です。受付期間に間に合ったかどうかを、この日で決めます。"
          required
          value={typed.receivedOn}
        />
        <ButtonRow>
          <Button>入力を始める</Button>
        </ButtonRow>
      </Form>
    </>
  );
}
