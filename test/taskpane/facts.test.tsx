import { cleanup, render } from '@testing-library/react';
import { Facts } from '../../src/taskpane/Facts';

afterEach(cleanup);

test('each fact stands beside what it is called, in order; one that is empty is left out', () => {
  const { container } = render(<Facts className="placed" facts={[['Amount', '$1,200'], ['Decide by', ''], ['Services', 'E-mail, Portal']]} />);
  const list = container.querySelector('dl')!;
  expect(Array.from(list.children, ({ tagName, textContent }) => [tagName, textContent])).toEqual([['DT', 'Amount'], ['DD', '$1,200'], ['DT', 'Services'], ['DD', 'E-mail, Portal']]);
  expect(list.classList).toContain('placed');
});

test('text from cells stays text', () => {
  const { container } = render(<Facts className="" facts={[['Found', '<b>x</b>']]} />);
  expect(container.querySelector('dd')?.textContent).toBe('<b>x</b>');
});

test('no fact, no list', () => {
  expect(render(<Facts className="" facts={[['Amount', '']]} />).container.innerHTML).toBe('');
});
