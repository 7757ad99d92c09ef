import { describe, expect, it } from '@jest/globals';
import { openKinds, readBasics } from './proposer.js';

const CALL = { proposers: ['staff', 'resident'] as const, fields: [{ id: 'community', label: 'コミュニティ' }] };
const TYPED = {
  ...{
    kind: 'resident',
    name: '見本 花子',
    contact: '',
    mail: '',
    publicName: 'no',
    title: '花の道',
    field: 'community',
  },
};

describe('who proposes', () => {
  it('is not taken for staff by saying so without an account', () => {
    const typed = { ...TYPED, kind: 'staff', contact: '担当課' };
    const openly = readBasics(typed, CALL, { known: false, kinds: openKinds(CALL) });
    expect(openly.faults).toMatchObject([{ pointer: 'kind', code: 'proposals.kind-missing' }]);
    expect(readBasics(typed, CALL, { known: false }).faults).toEqual([]);
  });

  it('is reached in one of two ways', () => {
    const faults = readBasics(TYPED, CALL, { known: false }).faults;
    expect(faults).toMatchObject([{ pointer: 'contact', code: 'proposals.contact-missing' }]);
    expect(readBasics({ ...TYPED, mail: 'hanako@mihon.example.jp' }, CALL, { known: false }).faults).toEqual([]);
    const { basics } = readBasics({ ...TYPED, contact: '０９４９－００－００００' }, CALL, { known: false });
    expect(basics.proposer.contact).toBe('0949-00-0000');
  });
});
