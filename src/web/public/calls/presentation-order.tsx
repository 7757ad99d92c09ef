import type { PresentedLine } from '../../../proposals/index.js';
import { DataTable, Section } from '../../shared/index.js';
import { calledInWords, slotInWords } from '../../shared/panel-words.js';

/** 発表会 of a call: day, place and order, and nothing else of it. */
export function PresentationOrder({ lines }: { lines: readonly PresentedLine[] }) {
  const meetings = [...new Map(lines.map((line) => [line.meetingId, line])).values()];
  return (
    <>
      {meetings.map((meeting) => (
        <Section title={`${meeting.panelName}　第${String(meeting.number)}回`} key={meeting.meetingId}>
          <p>{`${calledInWords(meeting)}${meeting.held ? 'で行いました。' : 'で行います。'}`}</p>
          <DataTable
            caption="発表の順番"
            captionHidden
            cards
            empty=""
            rows={lines.filter(({ meetingId }) => meetingId === meeting.meetingId)}
            columns={[
              { label: '順番', tight: true, align: 'end', cell: ({ order }) => order },
              { label: '提案の名称', heading: true, cell: ({ title }) => title },
              { label: '番号', tight: true, cell: ({ proposalNumber }) => proposalNumber },
              { label: '時刻', tight: true, cell: ({ slot }) => slotInWords(slot) },
            ]}
          />
        </Section>
      ))}
    </>
  );
}
