import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../../kernel/domain-error.js';
import { localDate } from '../../kernel/local-date.js';
import { proveMachine } from '../../kernel/machine.js';
import { accountChangeMachine, refuseUnfitConfirmation, type AccountChange } from './account-change.js';
import type { BankAccount } from './bank-account.js';
import { readOfficer, type Officer } from './officer.js';
import { organizationMachine, readDetails } from './organization.js';
import { faultsBeforeSubmission, partState, readRemarks, type RegistrationContent } from './registration.js';

const today = localDate('2026-05-01');
const chair: Officer = {
  id: 'o1',
  version: 1,
  role: '会長',
  name: '見本 花子',
  phone: '0942-00-0000',
  termFrom: localDate('2026-04-01'),
  termUntil: localDate('2028-03-31'),
  isRepresentative: true,
};
const complete: RegistrationContent = {
  detailsComplete: true,
  wards: ['稲吉'],
  bylaws: {},
  officers: [chair],
  account: { passbook: { sha256: '', name: '', mediaType: '' } } as BankAccount,
  remarks: [],
};
const codes = (content: Partial<RegistrationContent>): string[] =>
  faultsBeforeSubmission({ ...complete, ...content }, today).map(({ code }) => code.replace('organizations.', ''));

describe('the name of a person', () => {
  const nameOf = (name: string): string =>
    readOfficer({ role: '会計', name, phone: '', termFrom: 'R8.4.1', termUntil: 'R10.3.31', isRepresentative: false })
      .name;
  it('keeps the form of its characters, which Unicode calls equal to others', () => {
    expect(nameOf('髙﨑　\ufa1b\ufa19子')).toBe('髙﨑 \ufa1b\ufa19子');
  });
  it('has the kana of a Mac in one piece', () => expect(nameOf('か\u3099く')).toBe('がく'));
});

describe('faultsBeforeSubmission', () => {
  it('finds nothing in a complete registration', () => expect(codes({})).toEqual([]));
  it('names every part that is missing', () => {
    expect(codes({ detailsComplete: false, wards: [], bylaws: null, officers: [], account: null })).toEqual([
      'details-unfinished',
      'wards-missing',
      'bylaws-missing',
      'representative-missing',
      'account-missing',
    ]);
  });
  it.each(['2026-03-31', '2025-12-31'])('wants a representative in office today, not until %s', (termUntil) => {
    expect(codes({ officers: [{ ...chair, termUntil: localDate(termUntil) }] })).toEqual([
      'representative-out-of-office',
    ]);
  });
  it('counts the first and the last day of the term', () => {
    expect(codes({ officers: [{ ...chair, termFrom: today, termUntil: today }] })).toEqual([]);
  });
  it('wants every remark answered, and sends people to the part it belongs to', () => {
    const remark = {
      id: 'r',
      round: 1,
      field: 'wards',
      text: '…',
      madeBy: '',
      madeAt: new Date(0),
      answer: null,
      answeredBy: null,
    } as const;
    expect(codes({ remarks: [remark] })).toEqual(['remark-unanswered']);
    expect(partState('wards', { ...complete, remarks: [remark] }, today)).toBe('mend');
    expect(partState('wards', complete, today)).toBe('done');
  });
});

describe('forms', () => {
  it('collects every fault of the details at its field', () => {
    const blank = {
      name: '',
      kana: '小郡',
      districtId: '',
      postalCode: '838',
      address: '',
      phone: '12',
      mail: 'x@',
      consentsToElectronicDelivery: false,
    };
    try {
      readDetails(blank, ['d1']);
      expect('refused').toBe('accepted');
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      expect(error.faults.map(({ pointer }) => pointer)).toEqual([
        'name',
        'kana',
        'districtId',
        'postalCode',
        'address',
        'phone',
        'mail',
      ]);
    }
  });

  it('folds what people type', () => {
    const typed = {
      name: ' 小郡校区　協議会 ',
      kana: 'おごおり',
      districtId: 'd1',
      postalCode: '〒８３８－０１９８',
      address: '小郡255-1',
      phone: '０９４２(７２)２１１１',
      mail: '',
      consentsToElectronicDelivery: true,
    };
    expect(readDetails(typed, ['d1'])).toMatchObject({
      name: '小郡校区 協議会',
      kana: 'オゴオリ',
      postalCode: '838-0198',
      phone: '0942-72-2111',
      mail: null,
    });
  });

  it('reads terms in either calendar and refuses one that ends before it starts', () => {
    const typed = {
      role: '会長',
      name: '見本 花子',
      phone: '',
      termFrom: '令和8年4月1日',
      termUntil: 'R10.3.31',
      isRepresentative: false,
    };
    expect(readOfficer(typed)).toMatchObject({ termFrom: '2026-04-01', termUntil: '2028-03-31', phone: null });
    expect(() => readOfficer({ ...typed, termUntil: '2026/3/31' })).toThrow(DomainError);
  });

  it('wants at least one remark', () => expect(() => readRemarks([{ field: 'name', text: ' ' }])).toThrow(DomainError));
});

describe('two different staff', () => {
  const change = (over: Partial<AccountChange>): AccountChange =>
    ({ requestedBy: { kind: 'staff', partyId: 's1', name: '' }, confirmations: [], ...over }) as AccountChange;
  const confirmed = { staffId: 's2', staffName: '', transferKana: 'ｱ', unlikeReason: null, confirmedAt: new Date(0) };

  it('bars the one who asked', () => expect(() => refuseUnfitConfirmation(change({}), 's1', 'ｱ')).toThrow(DomainError));
  it('bars the same person twice', () => {
    expect(() => refuseUnfitConfirmation(change({ confirmations: [confirmed] }), 's2', 'ｱ')).toThrow(DomainError);
  });
  it('wants both to confirm the same kana', () => {
    expect(() => refuseUnfitConfirmation(change({ confirmations: [confirmed] }), 's3', 'ｲ')).toThrow(DomainError);
    expect(() => refuseUnfitConfirmation(change({ confirmations: [confirmed] }), 's3', 'ｱ')).not.toThrow();
  });
});

it('has machines without dead ends', () => {
  proveMachine('organization', organizationMachine, 'draft');
  proveMachine('account change', accountChangeMachine, 'open');
});
