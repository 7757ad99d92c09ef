import { formatEra } from '../../../kernel/local-date.js';
import { meetingInWords, type VerificationPage as View } from '../../../verifications/index.js';
import {
  Button,
  ButtonRow,
  DataTable,
  Form,
  Notice,
  Section,
  Select,
  StatusTag,
  type Viewer,
} from '../../shared/index.js';
import { SEAT_ROLE } from '../../shared/panel-words.js';
import { typedText } from '../../shared/typed-text.js';

interface PanelInChargeProps {
  readonly viewer: Viewer;
  readonly view: View;
  readonly body: unknown;
  readonly mayAct: boolean;
}

/** Which meeting of a panel answers, who of it has, and how staff put another one in charge; nothing where no panel is asked. */
export function PanelInCharge({ viewer, view, body, mayAct }: PanelInChargeProps) {
  const { verification, table, asked, opinions } = view;
  const answered = opinions.some(({ side, given }) => side === 'panel' && given);
  const isOpen = verification.state === 'open' && !answered;
  if (!asked.includes('panel') || (!table && !isOpen)) return null;
  return (
    <Section title="審査会">
      {table && (
        <>
          <p>{`${meetingInWords(table.sitting)}（${formatEra(table.sitting.heldOn)}）の委員が答えます。`}</p>
          <DataTable
            caption="委員の状況"
            captionHidden
            cards
            empty="この開催の日には、委員がいません。審査会の画面で委員を加えてください。"
            rows={table.members}
            columns={[
              { label: '委員', cell: ({ name, role }) => `${name}（${SEAT_ROLE[role]}）` },
              {
                label: '状態',
                cell: ({ away, sheet }) => {
                  if (away) return <StatusTag tone="neutral">利害関係により加わらない</StatusTag>;
                  return sheet.given ? (
                    <StatusTag tone="success">回答済み</StatusTag>
                  ) : (
                    <StatusTag tone="warning">未回答</StatusTag>
                  );
                },
              },
            ]}
          />
        </>
      )}
      {isOpen && mayAct && <Choosing viewer={viewer} view={view} body={body} />}
    </Section>
  );
}

function Choosing({ viewer, view: { verification, table, meetings }, body }: Omit<PanelInChargeProps, 'mayAct'>) {
  const at = `staff/verifications/${verification.id}`;
  if (table) {
    return (
      <Form action={viewer.url(`${at}/panel-release`)} version={verification.version} label="審査会への依頼の取下げ">
        <ButtonRow>
          <Button kind="secondary" small>
            審査会から取り下げる
          </Button>
        </ButtonRow>
      </Form>
    );
  }
  if (meetings.length === 0) {
    return (
      <Notice tone="info" title="委員に答えてもらう開催がまだありません">
        <p>
          <a href={viewer.url('staff/panels')}>審査会</a>
          で開催を決めると、ここで選べます。審査会の記録が紙のときは、上の表から担当課が記入します。
        </p>
      </Notice>
    );
  }
  return (
    <Form action={viewer.url(`${at}/panel`)} version={verification.version} label="審査会への依頼">
      <Select
        name="meetingId"
        label="答えてもらう審査会"
        required
        prompt="選んでください"
        options={meetings.map((each) => ({
          value: each.meetingId,
          label: `${meetingInWords(each)}（${formatEra(each.heldOn)}）`,
        }))}
        value={typedText(body, 'meetingId')}
      />
      <ButtonRow>
        <Button kind="secondary">審査会の委員に答えてもらう</Button>
      </ButtonRow>
    </Form>
  );
}
