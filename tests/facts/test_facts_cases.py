"""Who owes what, worked out by hand: each case is a small plan, what was reported and decided, and what is true.

A case begins with ``===`` and its name. Then, one thing a line:

    plan 2022-08 to 2022-12-31                   the plan's first and last day; without the line: this one
    unit hoi-an from 2022-10-01 until …          when a unit begins or ends
    group hai-so: so-tu-phap, cac-huyen          a further group
    off 2022-09-02 / working 2022-09-10          a day off, a Saturday that is worked
    task A once so-tu-phap, cac-huyen: quý III/2022    id, kind, who leads, the rule of its deadline (if any)
    own report B                                 the monthly report itself fulfils task B
    sent report 2022-09 dated 2022-10-03         the office's own report went out
    file 2022-09 hoi-an received 2022-09-16      what a unit reported for a month; then, indented, its updates:
      A 2022-09 done 2022-09-10 with evidence      task, period, status, day, and what stands beside it
    decision 2022-09 extend A hoi-an period 2022-10 to 2022-11-10 from 2022-09-20
    refused update-duplicate                     the one error that is found; its record is left out

What is then true, always all of it, unless it says "only" of what:

    on 2022-10-05 only A hoi-an                  as of a day, whatever the folder
    month 2022-10                                in the month's report, for ever
      A hoi-an 2022-09: 2022-09-30, overdue, 5 late, difficulty
    sum on 2022-10-05 / sum month 2022-10        counts, split into given to groups and given by name
    register 2022-09 on 2022-10-05               who sent a report, and who did not
    told 2022-10                                 what the month's report tells as news

The units are those of workspaces.py: so-noi-vu (to which all report), so-tu-phap and so-tai-chinh make up cac-so,
hoi-an and dien-ban make up cac-huyen, and the two groups make up tat-ca. A report month closes on the 14th,
reports are in time until the 17th, and what is due within seven days is due soon.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

import pytest

from parplan.calendar.period import Period
from parplan.facts.breakdown import counts
from parplan.facts.monthly_register import register
from parplan.facts.report.report import report_facts
from parplan.facts.standing import MarkKind, Standing, Standings, State
from parplan.facts.tally import Tally
from parplan.facts.viewpoint import Viewpoint, end_of_month_report
from parplan.model.workspace import Workspace
from workspaces import AGENCIES, HEAD, Builder

CASES = """
############ The rules of a deadline: one day, one stretch ###################################################

=== a day is in time to its end, and overdue on the morrow
task A once so-tu-phap: ngày 30/9/2022
on 2022-09-22
  A so-tu-phap: 2022-09-30, open, 8 left
on 2022-09-23
  A so-tu-phap: 2022-09-30, open, 7 left, due-soon
on 2022-09-30
  A so-tu-phap: 2022-09-30, open, 0 left, due-soon
on 2022-10-01
  A so-tu-phap: 2022-09-30, overdue-unreported, 1 late

=== by a day, to a day, at latest on a day, before an hour of a day: all mean that day
task A once so-tu-phap: đến ngày 30/9/2022
task B once so-tu-phap: đến hết ngày 30/9/2022
task C once so-tu-phap: chậm nhất ngày 30/9/2022
task D once so-tu-phap: Chậm nhất là ngày 30/09/2022
task E once so-tu-phap: hoàn thành ngày 30/9/2022
task F once so-tu-phap: trước 17 giờ ngày 30/9/2022
task G once so-tu-phap: 2022-09-30
on 2022-09-30
  A so-tu-phap: 2022-09-30, open, 0 left, due-soon
  B so-tu-phap: 2022-09-30, open, 0 left, due-soon
  C so-tu-phap: 2022-09-30, open, 0 left, due-soon
  D so-tu-phap: 2022-09-30, open, 0 left, due-soon
  E so-tu-phap: 2022-09-30, open, 0 left, due-soon
  F so-tu-phap: 2022-09-30, open, 0 left, due-soon
  G so-tu-phap: 2022-09-30, open, 0 left, due-soon

=== before a day: the day before is the last in time, and days late count from the day that is written
# on the day itself it is overdue already, by no day yet
task A once so-tu-phap: trước ngày 30/9/2022
task B once so-tu-phap: xong trước ngày 30/9/2022
task C once so-tu-phap: trước 30/9/2022
on 2022-09-29
  A so-tu-phap: 2022-09-29, open, 0 left, due-soon
  B so-tu-phap: 2022-09-29, open, 0 left, due-soon
  C so-tu-phap: 2022-09-29, open, 0 left, due-soon
on 2022-09-30
  A so-tu-phap: 2022-09-29, overdue-unreported, 0 late
  B so-tu-phap: 2022-09-29, overdue-unreported, 0 late
  C so-tu-phap: 2022-09-29, overdue-unreported, 0 late
on 2022-10-03
  A so-tu-phap: 2022-09-29, overdue-unreported, 3 late
  B so-tu-phap: 2022-09-29, overdue-unreported, 3 late
  C so-tu-phap: 2022-09-29, overdue-unreported, 3 late

=== before a day, done on that very day: late, by no day
task A once so-tu-phap: trước ngày 30/9/2022
file 2022-10 so-tu-phap received 2022-10-16
  A done 2022-09-30 with evidence
on 2022-10-20
  A so-tu-phap: 2022-09-29, done-late, 0 late

=== a month is due on its last day
task A once so-tu-phap: tháng 9/2022
task B once so-tu-phap: trong tháng 10/2022
task C once so-tu-phap: hết tháng 11/2022
task D once so-tu-phap: cuối tháng 9/2022
on 2022-09-01
  A so-tu-phap: 2022-09-30, open, 29 left
  B so-tu-phap: 2022-10-31, open, 60 left
  C so-tu-phap: 2022-11-30, open, 90 left
  D so-tu-phap: 2022-09-30, open, 29 left

=== a span of months is due once, on the last day of the last
task A once so-tu-phap: tháng 9 - 11/2022
task B once so-tu-phap: từ tháng 8 đến tháng 11/2022
on 2022-11-30
  A so-tu-phap: 2022-11-30, open, 0 left, due-soon
  B so-tu-phap: 2022-11-30, open, 0 left, due-soon
on 2022-12-01
  A so-tu-phap: 2022-11-30, overdue-unreported, 1 late
  B so-tu-phap: 2022-11-30, overdue-unreported, 1 late

=== a quarter is due on its last day, two quarters once at the end of the second
plan 2021-07-01 to 2022-12-31
task A once so-tu-phap: quý III/2022
task B once so-tu-phap: trong quý II/2022
task C once so-tu-phap: hết quý I/2022
task D once so-tu-phap: quý II, III/2022
task E once so-tu-phap: quý I-II/2022
task F once so-tu-phap: quý II và quý III/2022
on 2022-03-01
  A so-tu-phap: 2022-09-30, open, 213 left
  B so-tu-phap: 2022-06-30, open, 121 left
  C so-tu-phap: 2022-03-31, open, 30 left
  D so-tu-phap: 2022-09-30, open, 213 left
  E so-tu-phap: 2022-06-30, open, 121 left
  F so-tu-phap: 2022-09-30, open, 213 left

=== a half-year and a year are due on their last day
plan 2021-01-01 to 2021-12-31
task A once so-tu-phap: 6 tháng đầu năm 2021
task B once so-tu-phap: 6 tháng cuối năm 2021
task C once so-tu-phap: năm 2021
task D once so-tu-phap: trong năm 2021
task E once so-tu-phap: đến hết năm 2021
on 2021-06-29
  A so-tu-phap: 2021-06-30, open, 1 left, due-soon
  B so-tu-phap: 2021-12-31, open, 185 left
  C so-tu-phap: 2021-12-31, open, 185 left
  D so-tu-phap: 2021-12-31, open, 185 left
  E so-tu-phap: 2021-12-31, open, 185 left

=== case and diacritics do not matter, and "hàng" is "hằng"
task A once so-tu-phap: TRUOC NGAY 30/9/2022
task B once so-tu-phap: Quy iii/2022
task C periodic so-tu-phap: Hàng quý
on 2022-09-29
  A so-tu-phap: 2022-09-29, open, 0 left, due-soon
  B so-tu-phap: 2022-09-30, open, 1 left, due-soon
  C so-tu-phap 2022-Q4: 2022-12-31, open, 93 left, day-off

=== without a year a rule speaks of the plan's year
plan 2023-01-01 to 2023-12-31
task A once so-tu-phap: trước 30/9
task B once so-tu-phap: ngày 29/9
task C once so-tu-phap: tháng 6
task D once so-tu-phap: cuối tháng 8
task E once so-tu-phap: hết quý III
task F once so-tu-phap: 6 tháng đầu năm
task G once so-tu-phap: cả năm
on 2023-06-01
  A so-tu-phap: 2023-09-29, open, 120 left
  B so-tu-phap: 2023-09-29, open, 120 left
  C so-tu-phap: 2023-06-30, open, 29 left
  D so-tu-phap: 2023-08-31, open, 91 left
  E so-tu-phap: 2023-09-30, open, 121 left, day-off
  F so-tu-phap: 2023-06-30, open, 29 left
  G so-tu-phap: 2023-12-31, open, 213 left, day-off

=== five working days from Monday 12/9/2022 end on Monday the 19th, from Friday 26/8 over the holiday on 6/9
# 1 and 2 September are off; the day from which one counts is not counted
off 2022-09-01
off 2022-09-02
task A once so-tu-phap: trong vòng 05 ngày làm việc kể từ ngày 12/9/2022
task B once so-tu-phap: trong vòng 05 ngày làm việc kể từ ngày 29/8/2022
task C once so-tu-phap: chậm nhất 5 ngày làm việc kể từ ngày 26/8/2022
on 2022-09-07
  A so-tu-phap: 2022-09-19, open, 12 left
  B so-tu-phap: 2022-09-07, open, 0 left, due-soon
  C so-tu-phap: 2022-09-06, overdue-unreported, 1 late

=== fifteen days from a day are calendar days, over days off
task A once so-tu-phap: sau 15 ngày kể từ ngày 12/9/2022
task B once so-tu-phap: trong vòng 19 ngày kể từ ngày 12/9/2022
on 2022-09-27
  A so-tu-phap: 2022-09-27, open, 0 left, due-soon
  B so-tu-phap: 2022-10-01, open, 4 left, due-soon, day-off

=== without a day in the document a task runs to the end of the plan
task A once so-tu-phap
plan 2022-08 to 2022-11-30
on 2022-11-30
  A so-tu-phap: 2022-11-30, open, 0 left, due-soon
on 2022-12-01
  A so-tu-phap: 2022-11-30, overdue-unreported, 1 late

############ The rules of a deadline: what recurs ############################################################

=== a monthly duty begins with the first full month: the day of August is blank, so in September
task A periodic so-tu-phap: hằng tháng
on 2022-09-30
  A so-tu-phap 2022-09: 2022-09-30, open, 0 left, due-soon
  A so-tu-phap 2022-10: 2022-10-31, open, 31 left
  A so-tu-phap 2022-11: 2022-11-30, open, 61 left
  A so-tu-phap 2022-12: 2022-12-31, open, 92 left, day-off

=== a plan that starts on the first owes that month
plan 2022-08-01 to 2022-09-30
task A periodic so-tu-phap: định kỳ hằng tháng
on 2022-08-01
  A so-tu-phap 2022-08: 2022-08-31, open, 30 left
  A so-tu-phap 2022-09: 2022-09-30, open, 60 left

=== a plan that starts on the second does not owe that month, nor one that ends too early the last
plan 2022-08-02 to 2022-10-30
task A periodic so-tu-phap: hằng tháng
on 2022-08-02
  A so-tu-phap 2022-09: 2022-09-30, open, 59 left

=== every quarter: the third began before the plan, so only the fourth
task A periodic so-tu-phap: hằng quý
on 2022-12-29
  A so-tu-phap 2022-Q4: 2022-12-31, open, 2 left, due-soon, day-off

=== every half-year and every year: where none is full, the one in which the plan ends
task A periodic so-tu-phap: hằng 6 tháng
task B periodic so-tu-phap: định kỳ hằng năm
on 2022-10-01
  A so-tu-phap 2022-H2: 2022-12-31, open, 91 left, day-off
  B so-tu-phap 2022: 2022-12-31, open, 91 left, day-off

=== every half-year and year of a plan over two years
plan 2023-01-01 to 2024-12-31
task A periodic so-tu-phap: hằng 6 tháng
task B periodic so-tu-phap: hằng năm
on 2023-07-02
  A so-tu-phap 2023-H1: 2023-06-30, overdue-unreported, 2 late
  A so-tu-phap 2023-H2: 2023-12-31, open, 182 left, day-off
  A so-tu-phap 2024-H1: 2024-06-30, open, 364 left, day-off
  A so-tu-phap 2024-H2: 2024-12-31, open, 548 left
  B so-tu-phap 2023: 2023-12-31, open, 182 left, day-off
  B so-tu-phap 2024: 2024-12-31, open, 548 left

=== every month before the 25th: due on the 24th, late from the 25th
plan 2022-09-01 to 2022-11-30
task A periodic so-tu-phap: hằng tháng, trước ngày 25
on 2022-10-25
  A so-tu-phap 2022-09: 2022-09-24, overdue-unreported, 30 late
  A so-tu-phap 2022-10: 2022-10-24, overdue-unreported, 0 late
  A so-tu-phap 2022-11: 2022-11-24, open, 30 left

=== every month, at latest on the 25th: due on the 25th
plan 2022-10-01 to 2022-11-30
task A periodic so-tu-phap: hằng tháng, chậm nhất ngày 25
on 2022-10-25
  A so-tu-phap 2022-10: 2022-10-25, open, 0 left, due-soon
  A so-tu-phap 2022-11: 2022-11-25, open, 31 left

=== every month before the 5th of the next: due on the 4th, over the year's end too
plan 2022-11-01 to 2022-12-31
task A periodic so-tu-phap: hằng tháng, trước ngày 05 tháng sau
on 2022-12-05
  A so-tu-phap 2022-11: 2022-12-04, overdue-unreported, 0 late
  A so-tu-phap 2022-12: 2023-01-04, open, 30 left

=== every quarter before the 20th: of the quarter's last month
plan 2022-07-01 to 2022-12-31
task A periodic so-tu-phap: hằng quý, trước ngày 20
on 2022-09-20
  A so-tu-phap 2022-Q3: 2022-09-19, overdue-unreported, 0 late
  A so-tu-phap 2022-Q4: 2022-12-19, open, 90 left

=== every quarter before the 5th of the next month
plan 2022-07-01 to 2022-12-31
task A periodic so-tu-phap: hằng quý, trước ngày 05 tháng sau
on 2022-10-04
  A so-tu-phap 2022-Q3: 2022-10-04, open, 0 left, due-soon
  A so-tu-phap 2022-Q4: 2023-01-04, open, 92 left

=== every quarter before the 20th of its last month, or before the 5th of the first month of the next
plan 2022-07-01 to 2022-12-31
task A periodic so-tu-phap: hằng quý, trước ngày 20 của tháng cuối quý
task B periodic so-tu-phap: hằng quý, trước ngày 05 tháng đầu quý sau
on 2022-09-19
  A so-tu-phap 2022-Q3: 2022-09-19, open, 0 left, due-soon
  A so-tu-phap 2022-Q4: 2022-12-19, open, 91 left
  B so-tu-phap 2022-Q3: 2022-10-04, open, 15 left
  B so-tu-phap 2022-Q4: 2023-01-04, open, 107 left

=== every month on its last working day: 31/12/2022 is a Saturday
plan 2022-10-01 to 2022-12-31
task A periodic so-tu-phap: hằng tháng, ngày làm việc cuối cùng
on 2022-12-01
  A so-tu-phap 2022-10: 2022-10-31, overdue-unreported, 31 late
  A so-tu-phap 2022-11: 2022-11-30, overdue-unreported, 1 late
  A so-tu-phap 2022-12: 2022-12-30, open, 29 left

=== a year and those that follow, a span of years: the end of each of them that lies in the plan
plan 2022-08 to 2024-12-31
task A periodic so-tu-phap: năm 2022 và các năm tiếp theo
task B periodic so-tu-phap: giai đoạn 2023-2024
task C periodic so-tu-phap: hằng năm
on 2024-12-01
  A so-tu-phap 2022: 2022-12-31, overdue-unreported, 701 late
  A so-tu-phap 2023: 2023-12-31, overdue-unreported, 336 late
  A so-tu-phap 2024: 2024-12-31, open, 30 left
  B so-tu-phap 2023: 2023-12-31, overdue-unreported, 336 late
  B so-tu-phap 2024: 2024-12-31, open, 30 left
  C so-tu-phap 2023: 2023-12-31, overdue-unreported, 336 late
  C so-tu-phap 2024: 2024-12-31, open, 30 left

=== where no quarter fits into a plan, the one in which it ends is owed
plan 2022-08-15 to 2022-11-30
task A periodic so-tu-phap: hằng quý
on 2022-12-01
  A so-tu-phap 2022-Q4: 2022-11-30, overdue-unreported, 1 late

=== a period that the plan's end cuts short falls due at that end, however its day was set
plan 2024-09-01 to 2025-02-27
task A periodic so-tu-phap: hằng năm
task B periodic so-tu-phap: hằng 6 tháng
task C periodic so-tu-phap: hằng năm, trước ngày 15
task D periodic so-tu-phap: hằng quý
task E periodic so-tu-phap: trước ngày 15/12 hằng năm
task F periodic so-tu-phap: hằng năm, chậm nhất ngày 31/1
on 2025-03-01
  A so-tu-phap 2025: 2025-02-27, overdue-unreported, 2 late
  B so-tu-phap 2025-H1: 2025-02-27, overdue-unreported, 2 late
  C so-tu-phap 2025: 2025-02-27, overdue-unreported, 2 late
  D so-tu-phap 2024-Q4: 2024-12-31, overdue-unreported, 60 late
  E so-tu-phap 2024: 2024-12-14, overdue-unreported, 76 late
  F so-tu-phap 2025: 2025-01-31, overdue-unreported, 29 late

############ Leap days, month ends, year ends ################################################################

=== February of a leap year ends on the 29th
plan 2024-01-01 to 2024-03-30
task A periodic so-tu-phap: hằng tháng
task B once so-tu-phap: ngày 29/02/2024
task C once so-tu-phap: trước ngày 01/3/2024
task D once so-tu-phap: tháng 2/2024
on 2024-03-01
  A so-tu-phap 2024-01: 2024-01-31, overdue-unreported, 30 late
  A so-tu-phap 2024-02: 2024-02-29, overdue-unreported, 1 late
  B so-tu-phap: 2024-02-29, overdue-unreported, 1 late
  C so-tu-phap: 2024-02-29, overdue-unreported, 0 late
  D so-tu-phap: 2024-02-29, overdue-unreported, 1 late

=== February of another year ends on the 28th
plan 2023-01-01 to 2023-03-30
task A periodic so-tu-phap: hằng tháng
task C once so-tu-phap: trước ngày 01/3/2023
on 2023-03-01
  A so-tu-phap 2023-01: 2023-01-31, overdue-unreported, 29 late
  A so-tu-phap 2023-02: 2023-02-28, overdue-unreported, 1 late
  C so-tu-phap: 2023-02-28, overdue-unreported, 0 late

=== a day that a short month has not: its own last day is still in time
plan 2024-01-01 to 2024-04-30
task A periodic so-tu-phap: hằng tháng, trước ngày 30
task B periodic so-tu-phap: hằng tháng, chậm nhất ngày 31
on 2024-01-01
  A so-tu-phap 2024-01: 2024-01-29, open, 28 left
  A so-tu-phap 2024-02: 2024-02-29, open, 59 left
  A so-tu-phap 2024-03: 2024-03-29, open, 88 left
  A so-tu-phap 2024-04: 2024-04-29, open, 119 left
  B so-tu-phap 2024-01: 2024-01-31, open, 30 left
  B so-tu-phap 2024-02: 2024-02-29, open, 59 left
  B so-tu-phap 2024-03: 2024-03-31, open, 90 left, day-off
  B so-tu-phap 2024-04: 2024-04-30, open, 120 left

=== work done on the leap day is in time, a day later it is late by one
plan 2024-01-01 to 2024-06-30
task A once cac-huyen: ngày 29/02/2024
file 2024-03 hoi-an received 2024-03-14
  A done 2024-02-29 with evidence
file 2024-03 dien-ban received 2024-03-14
  A done 2024-03-01 with evidence
on 2024-03-20
  A hoi-an: 2024-02-29, done-on-time
  A dien-ban: 2024-02-29, done-late, 1 late

=== days late run on over the end of the year
task A once so-tu-phap: ngày 30/12/2022
on 2023-01-02
  A so-tu-phap: 2022-12-30, overdue-unreported, 3 late

############ Days off ########################################################################################

=== 31/12/2022 is a Saturday: the due day stays, the reminder comes a day earlier
task A once so-tu-phap: năm 2022
on 2022-12-22
  A so-tu-phap: 2022-12-31, open, 9 left, day-off
on 2022-12-23
  A so-tu-phap: 2022-12-31, open, 8 left, due-soon, day-off
on 2022-12-31
  A so-tu-phap: 2022-12-31, open, 0 left, due-soon, day-off
on 2023-01-01
  A so-tu-phap: 2022-12-31, overdue-unreported, 1 late

=== before the 25th, a Sunday: due on Saturday the 24th, never on Monday the 26th
task A once so-tu-phap: trước ngày 25/9/2022
on 2022-09-16
  A so-tu-phap: 2022-09-24, open, 8 left, due-soon, day-off
on 2022-09-24
  A so-tu-phap: 2022-09-24, open, 0 left, due-soon, day-off
on 2022-09-26
  A so-tu-phap: 2022-09-24, overdue-unreported, 1 late

=== a due day on a holiday: the reminder counts from the last day that is worked before it
# 1 and 2 September 2022 are a Thursday and a Friday
off 2022-09-01
off 2022-09-02
task A once so-tu-phap: ngày 02/9/2022
on 2022-08-23
  A so-tu-phap: 2022-09-02, open, 10 left, day-off
on 2022-08-24
  A so-tu-phap: 2022-09-02, open, 9 left, due-soon, day-off

=== a Saturday that is worked instead is no day off
off 2022-09-05
working 2022-09-10
task A once so-tu-phap: ngày 10/9/2022
on 2022-09-02
  A so-tu-phap: 2022-09-10, open, 8 left
on 2022-09-03
  A so-tu-phap: 2022-09-10, open, 7 left, due-soon

=== work done on a day off is done that day
task A once cac-huyen: ngày 30/9/2022
file 2022-10 hoi-an received 2022-10-14
  A done 2022-10-01 with evidence
file 2022-10 dien-ban received 2022-10-14
  A done 2022-09-25 with evidence
on 2022-10-20
  A hoi-an: 2022-09-30, done-late, 1 late
  A dien-ban: 2022-09-30, done-on-time

############ Who: groups, several leads, members that come and go ############################################

=== a group's task is owed by each member, in the order of the register
task A once cac-huyen: ngày 30/9/2022
on 2022-09-01
  A hoi-an: 2022-09-30, open, 29 left
  A dien-ban: 2022-09-30, open, 29 left
sum on 2022-09-01
  groups: total 2, open 2
  by name: total 0
  all: total 2, open 2

=== groups in groups in groups
group ngoai: tat-ca, ubnd-tinh
group tren: ngoai
task A once tren: ngày 30/9/2022
on 2022-09-01
  A ubnd-tinh: 2022-09-30, open, 29 left
  A so-noi-vu: 2022-09-30, open, 29 left
  A so-tu-phap: 2022-09-30, open, 29 left
  A so-tai-chinh: 2022-09-30, open, 29 left
  A hoi-an: 2022-09-30, open, 29 left
  A dien-ban: 2022-09-30, open, 29 left

=== a unit in two groups owes once
group ven-bien: hoi-an, so-tu-phap
task A once ven-bien, cac-huyen: ngày 30/9/2022
on 2022-09-01
  A so-tu-phap: 2022-09-30, open, 29 left
  A hoi-an: 2022-09-30, open, 29 left
  A dien-ban: 2022-09-30, open, 29 left

=== a unit that is named beside its group is given the task by name
task A once hoi-an, cac-huyen: ngày 30/9/2022
sum on 2022-09-01
  groups: total 1, open 1
  by name: total 1, open 1
  all: total 2, open 2

=== several leads by name owe it each for itself; who takes part owes nothing
task A once so-tai-chinh, hoi-an with so-tu-phap: ngày 30/9/2022
on 2022-09-01
  A so-tai-chinh: 2022-09-30, open, 29 left
  A hoi-an: 2022-09-30, open, 29 left
sum on 2022-09-01
  groups: total 0
  by name: total 2, open 2
  all: total 2, open 2

=== a task without a stretch is owed by those who were there when the plan began
unit hoi-an from 2022-08-01
unit dien-ban from 2022-08-02
task A once cac-huyen: ngày 30/9/2022
on 2022-09-01
  A hoi-an: 2022-09-30, open, 29 left

=== a task with a stretch is owed by those who are there when the stretch begins
unit hoi-an from 2022-10-01
unit dien-ban until 2022-09-30
task A once cac-huyen: quý IV/2022
on 2022-10-01
  A hoi-an: 2022-12-31, open, 91 left, day-off

=== a stretch that began before the plan opens with the plan
# hoi-an was founded in July: it was not there when the quarter began, but it was when the task was given
unit hoi-an from 2022-07-20
unit dien-ban until 2022-07-31
task A once cac-huyen: quý III/2022
task B once cac-huyen: năm 2022
on 2022-09-01
  A hoi-an: 2022-09-30, open, 29 left
  B hoi-an: 2022-12-31, open, 121 left, day-off

=== each month is owed by those who are there on its first day
unit hoi-an from 2022-10-01 until 2022-11-01
unit dien-ban from 2022-10-02 until 2022-11-30
plan 2022-09-01 to 2022-12-31
task A periodic cac-huyen: hằng tháng, trước ngày 30
on 2022-09-01
  A hoi-an 2022-10: 2022-10-29, open, 58 left, day-off
  A hoi-an 2022-11: 2022-11-29, open, 89 left
  A dien-ban 2022-11: 2022-11-29, open, 89 left

=== a unit that ends still owes what it owed: nobody has said who takes it over
unit hoi-an until 2022-09-15
task A once hoi-an: ngày 30/9/2022
on 2022-10-01
  A hoi-an: 2022-09-30, overdue-unreported, 1 late

############ Decisions: extended #############################################################################

=== an extension before the due day moves it, for those it names, from the day it was decided
task A once cac-huyen: ngày 30/9/2022
decision 2022-09 extend A hoi-an to 2022-10-31 from 2022-09-10
on 2022-09-09
  A hoi-an: 2022-09-30, open, 21 left
  A dien-ban: 2022-09-30, open, 21 left
on 2022-09-10
  A hoi-an: 2022-10-31, open, 51 left, extended
  A dien-ban: 2022-09-30, open, 20 left
on 2022-10-05
  A hoi-an: 2022-10-31, open, 26 left, extended
  A dien-ban: 2022-09-30, overdue-unreported, 5 late

=== an extension on the due day itself
task A once hoi-an: ngày 30/9/2022
decision 2022-10 extend A to 2022-10-31 from 2022-09-30
on 2022-09-30
  A hoi-an: 2022-10-31, open, 31 left, extended
on 2022-11-01
  A hoi-an: 2022-10-31, overdue-unreported, 1 late, extended

=== an extension after the due day: until it was decided it was overdue, then it is open again
task A once hoi-an: ngày 30/9/2022
decision 2022-10 extend A to 2022-10-31 from 2022-10-05
on 2022-10-04
  A hoi-an: 2022-09-30, overdue-unreported, 4 late
on 2022-10-05
  A hoi-an: 2022-10-31, open, 26 left, extended
month 2022-10
  A hoi-an: 2022-10-31, open, 17 left, extended

=== an extension of one period leaves the others
plan 2022-09-01 to 2022-11-30
task A periodic hoi-an: hằng tháng
decision 2022-11 extend A period 2022-10 to 2022-11-10 from 2022-10-20
on 2022-11-05
  A hoi-an 2022-09: 2022-09-30, overdue-unreported, 36 late
  A hoi-an 2022-10: 2022-11-10, open, 5 left, due-soon, extended
  A hoi-an 2022-11: 2022-11-30, open, 25 left

=== an extension of one period for one unit
plan 2022-09-01 to 2022-10-31
task A periodic cac-huyen: hằng tháng
decision 2022-10 extend A dien-ban period 2022-09 to 2022-10-10 from 2022-09-20
on 2022-10-03
  A hoi-an 2022-09: 2022-09-30, overdue-unreported, 3 late
  A dien-ban 2022-09: 2022-10-10, open, 7 left, due-soon, extended
  A hoi-an 2022-10: 2022-10-31, open, 28 left
  A dien-ban 2022-10: 2022-10-31, open, 28 left

=== of two extensions the later decided counts, in whatever order they are written down
task A once hoi-an: ngày 30/9/2022
decision 2022-09 extend A to 2022-11-30 from 2022-09-20
decision 2022-09 extend A to 2022-10-31 from 2022-09-10
on 2022-09-15
  A hoi-an: 2022-10-31, open, 46 left, extended
on 2022-09-20
  A hoi-an: 2022-11-30, open, 71 left, extended

=== an extension for a group is one for each of its members
task A once tat-ca: ngày 30/9/2022
decision 2022-09 extend A cac-huyen, so-tu-phap to 2022-10-31 from 2022-09-12
on 2022-10-01
  A so-noi-vu: 2022-09-30, overdue-unreported, 1 late
  A so-tu-phap: 2022-10-31, open, 30 left, extended
  A so-tai-chinh: 2022-09-30, overdue-unreported, 1 late
  A hoi-an: 2022-10-31, open, 30 left, extended
  A dien-ban: 2022-10-31, open, 30 left, extended

=== an extended "before a day" is due on its new day
task A once hoi-an: trước ngày 30/9/2022
decision 2022-10 extend A to 2022-10-31 from 2022-09-20
on 2022-10-31
  A hoi-an: 2022-10-31, open, 0 left, due-soon, extended
on 2022-11-02
  A hoi-an: 2022-10-31, overdue-unreported, 2 late, extended

=== work done after the old day and before the new one is in time as soon as the extension is known
task A once hoi-an: ngày 30/9/2022
file 2022-10 hoi-an received 2022-10-14
  A done 2022-10-10 with evidence
decision 2022-11 extend A to 2022-10-31 from 2022-10-20
on 2022-10-19
  A hoi-an: 2022-09-30, done-late, 10 late
on 2022-10-20
  A hoi-an: 2022-10-31, done-on-time, extended

=== an extension written into a later folder does not reach a closed month
task A once hoi-an: ngày 30/9/2022
decision 2022-10 extend A to 2022-10-31 from 2022-09-10
month 2022-09
  A hoi-an: 2022-09-30, open, 16 left
on 2022-09-14
  A hoi-an: 2022-10-31, open, 47 left, extended
month 2022-10
  A hoi-an: 2022-10-31, open, 17 left, extended

############ Decisions: exempted, dropped ####################################################################

=== an exemption before the due day takes the unit out, from the day it was decided
task A once cac-huyen: ngày 30/9/2022
decision 2022-09 exempt A hoi-an from 2022-09-10
on 2022-09-09
  A hoi-an: 2022-09-30, open, 21 left
  A dien-ban: 2022-09-30, open, 21 left
on 2022-09-10
  A dien-ban: 2022-09-30, open, 20 left

=== an exemption on the due day still takes it out
task A once hoi-an: ngày 30/9/2022
decision 2022-10 exempt A hoi-an from 2022-09-30
on 2022-09-29
  A hoi-an: 2022-09-30, open, 1 left, due-soon
on 2022-10-05
  (nothing)

=== an exemption after the due day leaves what had fallen due
task A once hoi-an: ngày 30/9/2022
decision 2022-10 exempt A hoi-an from 2022-10-01
on 2022-10-05
  A hoi-an: 2022-09-30, overdue-unreported, 5 late

=== an exemption on the day that a task had to precede comes too late: the last day in time was the day before
task A once hoi-an: trước ngày 30/9/2022
decision 2022-10 exempt A hoi-an from 2022-09-30
on 2022-10-05
  A hoi-an: 2022-09-29, overdue-unreported, 5 late

=== an exemption of one period for one unit
plan 2022-09-01 to 2022-10-31
task A periodic cac-huyen: hằng tháng
decision 2022-09 exempt A hoi-an period 2022-10 from 2022-09-05
on 2022-09-10
  A hoi-an 2022-09: 2022-09-30, open, 20 left
  A dien-ban 2022-09: 2022-09-30, open, 20 left
  A dien-ban 2022-10: 2022-10-31, open, 51 left

=== an exemption without a period is one from all that is still to come
plan 2022-09-01 to 2022-11-30
task A periodic cac-huyen: hằng tháng
decision 2022-11 exempt A hoi-an from 2022-10-31
on 2022-11-01
  A hoi-an 2022-09: 2022-09-30, overdue-unreported, 32 late
  A dien-ban 2022-09: 2022-09-30, overdue-unreported, 32 late
  A dien-ban 2022-10: 2022-10-31, overdue-unreported, 1 late
  A dien-ban 2022-11: 2022-11-30, open, 29 left

=== an exemption of an extended task looks at the day it was extended to
task A once hoi-an: ngày 30/9/2022
decision 2022-09 extend A to 2022-10-31 from 2022-09-10
decision 2022-10 exempt A hoi-an from 2022-10-10
on 2022-10-09
  A hoi-an: 2022-10-31, open, 22 left, extended
on 2022-10-10
  (nothing)

=== what was done ahead of its day and then dropped is taken out too: "đưa ra khỏi tổng số"
# the definitions leave what had fallen due; this had not (officer.md, section d: taken out)
task A once cac-huyen: ngày 30/9/2022
file 2022-09 hoi-an received 2022-09-14
  A done 2022-09-10 with evidence
decision 2022-10 drop A from 2022-09-20
on 2022-09-19
  A hoi-an: 2022-09-30, done-on-time
  A dien-ban: 2022-09-30, open, 11 left
on 2022-09-20
  (nothing)

=== a drop leaves the periods that had fallen due, done or not
plan 2022-09-01 to 2022-11-30
task A periodic hoi-an: hằng tháng
file 2022-11 hoi-an received 2022-11-14
  A 2022-10 done 2022-11-02 with evidence
decision 2022-11 drop A from 2022-11-08
on 2022-11-20
  A hoi-an 2022-09: 2022-09-30, overdue, 51 late
  A hoi-an 2022-10: 2022-10-31, done-late, 2 late

=== a drop written into a later folder does not reach a closed month
task A once hoi-an: ngày 30/9/2022
decision 2022-10 drop A from 2022-09-05
month 2022-09
  A hoi-an: 2022-09-30, open, 16 left
month 2022-10
  (nothing)

=== a standing duty that is dropped is not asked for any more
task A ongoing hoi-an
decision 2022-10 drop A from 2022-10-10
month 2022-09
  A hoi-an: not-reported
month 2022-10
  (nothing)

############ Decisions: assigned #############################################################################

=== a task given to one more unit before its due day is owed by that unit by name
task A once cac-huyen: ngày 30/9/2022
decision 2022-09 assign A so-tu-phap from 2022-09-10
on 2022-09-09
  A hoi-an: 2022-09-30, open, 21 left
  A dien-ban: 2022-09-30, open, 21 left
on 2022-09-10
  A so-tu-phap: 2022-09-30, open, 20 left
  A hoi-an: 2022-09-30, open, 20 left
  A dien-ban: 2022-09-30, open, 20 left
sum on 2022-09-10
  groups: total 2, open 2
  by name: total 1, open 1
  all: total 3, open 3

=== a task given on its due day is owed; given a day later it is not
task A once hoi-an: ngày 30/9/2022
decision 2022-10 assign A so-tu-phap from 2022-09-30
decision 2022-10 assign A so-tai-chinh from 2022-10-01
on 2022-10-02
  A so-tu-phap: 2022-09-30, overdue-unreported, 2 late
  A hoi-an: 2022-09-30, overdue-unreported, 2 late

=== a recurring task is given from the period that has not fallen due
plan 2022-09-01 to 2022-11-30
task A periodic hoi-an: hằng tháng
decision 2022-11 assign A dien-ban from 2022-10-31
on 2022-11-01
  A hoi-an 2022-09: 2022-09-30, overdue-unreported, 32 late
  A hoi-an 2022-10: 2022-10-31, overdue-unreported, 1 late
  A dien-ban 2022-10: 2022-10-31, overdue-unreported, 1 late
  A hoi-an 2022-11: 2022-11-30, open, 29 left
  A dien-ban 2022-11: 2022-11-30, open, 29 left

=== a recurring task given for one period
plan 2022-09-01 to 2022-10-31
task A periodic hoi-an: hằng tháng
decision 2022-09 assign A dien-ban period 2022-10 from 2022-09-05
on 2022-09-10
  A hoi-an 2022-09: 2022-09-30, open, 20 left
  A hoi-an 2022-10: 2022-10-31, open, 51 left
  A dien-ban 2022-10: 2022-10-31, open, 51 left

=== who is exempted may be given the task again, and then owes it by name
task A once cac-huyen: ngày 30/9/2022
decision 2022-09 exempt A hoi-an from 2022-09-05
decision 2022-09 assign A hoi-an from 2022-09-12
on 2022-09-11
  A dien-ban: 2022-09-30, open, 19 left
on 2022-09-12
  A hoi-an: 2022-09-30, open, 18 left
  A dien-ban: 2022-09-30, open, 18 left
sum on 2022-09-12
  groups: total 1, open 1
  by name: total 1, open 1
  all: total 2, open 2

=== a task given later may be extended like any other
task A once hoi-an: ngày 30/9/2022
decision 2022-09 assign A dien-ban from 2022-09-05
decision 2022-10 extend A dien-ban to 2022-10-31 from 2022-09-20
on 2022-10-01
  A hoi-an: 2022-09-30, overdue-unreported, 1 late
  A dien-ban: 2022-10-31, open, 30 left, extended

=== a task given to a group later is given to a group, and owed by each member
task A once so-tu-phap: ngày 30/9/2022
decision 2022-09 assign A cac-huyen from 2022-09-10
sum on 2022-09-10
  groups: total 2, open 2
  by name: total 1, open 1
  all: total 3, open 3

=== a recurring task given to a unit that is not there yet is owed from the period that opens when it is
plan 2022-09-01 to 2022-12-30
unit dien-ban from 2022-10-15
task A periodic hoi-an: hằng tháng, trước ngày 30
decision 2022-09 assign A dien-ban from 2022-09-10
on 2022-09-12 only dien-ban
  A dien-ban 2022-11: 2022-11-29, open, 78 left

=== a unit that is gone can still be exempted from what it owed, or be given more time
plan 2022-09-01 to 2022-12-30
unit hoi-an until 2022-10-10
unit dien-ban until 2022-10-10
task A once cac-huyen: ngày 30/11/2022
decision 2022-10 exempt A hoi-an from 2022-10-12
decision 2022-10 extend A dien-ban to 2022-12-15 from 2022-10-12
on 2022-10-11
  A hoi-an: 2022-11-30, open, 50 left
  A dien-ban: 2022-11-30, open, 50 left
on 2022-10-12
  A dien-ban: 2022-12-15, open, 64 left, extended

############ Reported: in time, late, told late ##############################################################

=== done the day before, on the due day, the day after
task A once tat-ca: ngày 30/9/2022
file 2022-10 so-tu-phap received 2022-10-14
  A done 2022-09-29 with evidence
file 2022-10 hoi-an received 2022-10-14
  A done 2022-09-30 with evidence
file 2022-10 dien-ban received 2022-10-14
  A done 2022-10-01 with evidence
file 2022-10 so-tai-chinh received 2022-10-14
  A not-started
on 2022-10-14
  A so-noi-vu: 2022-09-30, overdue-unreported, 14 late
  A so-tu-phap: 2022-09-30, done-on-time
  A so-tai-chinh: 2022-09-30, overdue, 14 late
  A hoi-an: 2022-09-30, done-on-time
  A dien-ban: 2022-09-30, done-late, 1 late
sum on 2022-10-14
  groups: total 5, fell-due 5, done-on-time 2, done-late 1, overdue 1, overdue-unreported 1
  by name: total 0
  all: total 5, fell-due 5, done-on-time 2, done-late 1, overdue 1, overdue-unreported 1

=== done ahead of its day has not fallen due; due today and open has not either
task A once cac-huyen: ngày 30/9/2022
file 2022-09 hoi-an received 2022-09-14
  A done 2022-09-10 with evidence
sum on 2022-09-29
  groups: total 2, done-on-time 1, open 1
  by name: total 0
  all: total 2, done-on-time 1, open 1
sum on 2022-09-30
  groups: total 2, fell-due 1, done-on-time 1, open 1
  by name: total 0
  all: total 2, fell-due 1, done-on-time 1, open 1
sum on 2022-10-01
  groups: total 2, fell-due 2, done-on-time 1, overdue-unreported 1
  by name: total 0
  all: total 2, fell-due 2, done-on-time 1, overdue-unreported 1

=== work done in time and told a month later is in time, and a supplement of the month that tells it
task A once hoi-an: ngày 05/9/2022
file 2022-10 hoi-an received 2022-10-14
  A done 2022-09-05 with evidence
month 2022-09
  A hoi-an: 2022-09-05, overdue-unreported, 9 late
month 2022-10
  A hoi-an: 2022-09-05, done-on-time, late-word
on 2022-09-04
  A hoi-an: 2022-09-05, open, 1 left, due-soon
on 2022-09-05
  A hoi-an: 2022-09-05, done-on-time, late-word
told 2022-09
  newly overdue: A hoi-an
told 2022-10
  settled: A hoi-an
  supplemented: A hoi-an
told 2022-11
  (nothing)

=== what happened on the opening day of the month is no supplement, the day before is one
task A once cac-huyen: ngày 30/9/2022
file 2022-10 hoi-an received 2022-10-14
  A done 2022-09-14 with evidence
file 2022-10 dien-ban received 2022-10-14
  A done 2022-09-15 with evidence
month 2022-10
  A hoi-an: 2022-09-30, done-on-time, late-word
  A dien-ban: 2022-09-30, done-on-time

=== what happened after the closing day counts in the next month
task A once hoi-an: ngày 14/9/2022
file 2022-09 hoi-an received 2022-09-16
  A done 2022-09-15 with evidence
month 2022-09
  A hoi-an: 2022-09-14, open, 0 left, due-soon
month 2022-10
  A hoi-an: 2022-09-14, done-late, 1 late
on 2022-09-15
  A hoi-an: 2022-09-14, done-late, 1 late

=== as of a day is what we know today, the month's report is what it said then
task A once hoi-an: ngày 12/9/2022
file 2022-11 hoi-an received 2022-11-14
  A done 2022-09-12 with evidence
on 2022-09-14
  A hoi-an: 2022-09-12, done-on-time, late-word
month 2022-09
  A hoi-an: 2022-09-12, overdue-unreported, 2 late
month 2022-10
  A hoi-an: 2022-09-12, overdue-unreported, 32 late
month 2022-11
  A hoi-an: 2022-09-12, done-on-time, late-word

=== what became overdue in a month is told once, and what comes due in the next is foreseen
plan 2022-09-01 to 2022-11-30
task A periodic hoi-an: hằng tháng
told 2022-09
  due next: A hoi-an 2022-09; A hoi-an 2022-10
told 2022-10
  newly overdue: A hoi-an 2022-09
  due next: A hoi-an 2022-10; A hoi-an 2022-11
told 2022-11
  newly overdue: A hoi-an 2022-10
  due next: A hoi-an 2022-11

############ Corrected: the greatest folder, then the greatest day ###########################################

=== done, and in a later file undone: the later file counts from the day it tells of
task A once hoi-an: ngày 30/9/2022
file 2022-09 hoi-an received 2022-09-14
  A done 2022-09-10 with evidence
file 2022-10 hoi-an received 2022-10-16
  A in-progress 2022-10-10
month 2022-09
  A hoi-an: 2022-09-30, done-on-time
on 2022-10-09
  A hoi-an: 2022-09-30, done-on-time
on 2022-10-10
  A hoi-an: 2022-09-30, overdue-unreported, 10 late
on 2022-10-16
  A hoi-an: 2022-09-30, overdue, 16 late

=== a wrong day is corrected by a later file, though the right day is earlier
task A once hoi-an: ngày 30/9/2022
file 2022-10 hoi-an received 2022-10-14
  A done 2022-10-05 with evidence
file 2022-11 hoi-an received 2022-11-14
  A done 2022-09-28 with evidence
month 2022-10
  A hoi-an: 2022-09-30, done-late, 5 late
month 2022-11
  A hoi-an: 2022-09-30, done-on-time, late-word

=== undone, and done again
task A once hoi-an: ngày 30/9/2022
file 2022-09 hoi-an received 2022-09-14
  A done 2022-09-10 with evidence
file 2022-10 hoi-an received 2022-10-14
  A in-progress 2022-10-12
file 2022-11 hoi-an received 2022-11-14
  A done 2022-11-01 with evidence
month 2022-09
  A hoi-an: 2022-09-30, done-on-time
month 2022-10
  A hoi-an: 2022-09-30, overdue, 14 late
month 2022-11
  A hoi-an: 2022-09-30, done-late, 32 late

=== two records of one thing in one file are an error: the first stands, the second is left out
refused update-duplicate
task A once hoi-an: ngày 30/9/2022
file 2022-10 hoi-an received 2022-10-14
  A in-progress 2022-09-20
  A done 2022-09-25 with evidence
on 2022-10-14
  A hoi-an: 2022-09-30, overdue, 14 late

=== a record settles its own period and no other
plan 2022-09-01 to 2022-10-31
task A periodic hoi-an: hằng tháng
file 2022-10 hoi-an received 2022-10-14
  A 2022-09 done 2022-10-03 with evidence
  A 2022-10 in-progress 2022-10-12 with difficulty
on 2022-10-14
  A hoi-an 2022-09: 2022-09-30, done-late, 3 late
  A hoi-an 2022-10: 2022-10-31, open, 17 left, difficulty

=== a later file that says nothing of the task changes nothing
task A once hoi-an: ngày 30/9/2022
task B ongoing hoi-an
file 2022-09 hoi-an received 2022-09-14
  A done 2022-09-10
file 2022-10 hoi-an received 2022-10-14
  B in-progress
month 2022-10
  A hoi-an: 2022-09-30, done-on-time, no-evidence
  B hoi-an: reported

############ Records without a day, files without a day of receipt ###########################################

=== a record without a day belongs to its month, though the file came in after the closing day
task A once hoi-an: ngày 30/9/2022
file 2022-09 hoi-an received 2022-09-16
  A in-progress with difficulty
on 2022-09-13
  A hoi-an: 2022-09-30, open, 17 left
on 2022-09-14
  A hoi-an: 2022-09-30, open, 16 left, difficulty
month 2022-09
  A hoi-an: 2022-09-30, open, 16 left, difficulty

=== a record without a day in a file that came in early happened when it came in
task A once hoi-an: ngày 30/9/2022
file 2022-09 hoi-an received 2022-09-08
  A in-progress with difficulty
on 2022-09-07
  A hoi-an: 2022-09-30, open, 23 left
on 2022-09-08
  A hoi-an: 2022-09-30, open, 22 left, difficulty

=== a file without a day of receipt came in on the closing day
task A once hoi-an: ngày 12/9/2022
file 2022-09 hoi-an
  A in-progress
on 2022-09-13
  A hoi-an: 2022-09-12, overdue-unreported, 1 late
on 2022-09-14
  A hoi-an: 2022-09-12, overdue, 2 late
register 2022-09 on 2022-09-14
  undated: hoi-an

############ Silence: who sent its report ####################################################################

=== a report is in time until the 17th, late on the 18th; a file without records is a report
task A once tat-ca: ngày 30/9/2022
file 2022-09 so-tu-phap received 2022-09-17
file 2022-09 hoi-an received 2022-09-18
register 2022-09
  in time: so-tu-phap
  late: hoi-an
  silent: so-tai-chinh, dien-ban

=== the office that gathers the reports sends itself none
task A once cac-so: ngày 30/9/2022
register 2022-09
  silent: so-tu-phap, so-tai-chinh

=== as of a day only what had come in by then was sent
task A once cac-huyen: ngày 30/9/2022
file 2022-09 hoi-an received 2022-09-16
file 2022-09 dien-ban received 2022-09-20
register 2022-09 on 2022-09-15
  silent: hoi-an, dien-ban
register 2022-09 on 2022-09-19
  in time: hoi-an
  silent: dien-ban
register 2022-09 on 2022-09-20
  in time: hoi-an
  late: dien-ban

=== who owes nothing is not asked
task A once hoi-an: ngày 30/9/2022
register 2022-09
  silent: hoi-an

=== who is no more, or not yet, when the month closes is not asked
unit hoi-an until 2022-10-14
unit dien-ban until 2022-10-13
unit so-tu-phap from 2022-10-15
task A periodic cac-huyen, so-tu-phap: hằng tháng
register 2022-10
  silent: hoi-an
register 2022-11
  silent: so-tu-phap

=== overdue with a report for the month of the due day is not done; without one it is not heard of
# 14/9 lies in the report month of September, 15/9 in that of October
task A once cac-huyen: ngày 14/9/2022
task B once cac-huyen: ngày 15/9/2022
file 2022-09 hoi-an received 2022-09-16
on 2022-09-20
  A hoi-an: 2022-09-14, overdue, 6 late
  A dien-ban: 2022-09-14, overdue-unreported, 6 late
  B hoi-an: 2022-09-15, overdue-unreported, 5 late
  B dien-ban: 2022-09-15, overdue-unreported, 5 late

=== a report for a later month is word enough, one for an earlier month is none
task A once cac-huyen: ngày 10/10/2022
file 2022-09 hoi-an received 2022-09-16
file 2022-11 dien-ban received 2022-11-16
on 2022-11-15
  A hoi-an: 2022-10-10, overdue-unreported, 36 late
  A dien-ban: 2022-10-10, overdue-unreported, 36 late
on 2022-11-16
  A hoi-an: 2022-10-10, overdue-unreported, 37 late
  A dien-ban: 2022-10-10, overdue, 37 late

=== a month's report takes a file of its folder as sent, whenever it came in
task A once hoi-an: ngày 12/9/2022
file 2022-09 hoi-an received 2022-09-30
month 2022-09
  A hoi-an: 2022-09-12, overdue, 2 late
on 2022-09-29
  A hoi-an: 2022-09-12, overdue-unreported, 17 late

############ What stands beside a state, and hides nothing ###################################################

=== a difficulty stands beside overdue and does not hide it
task A once hoi-an: ngày 30/9/2022
file 2022-10 hoi-an received 2022-10-14
  A in-progress 2022-10-10 with difficulty
month 2022-10
  A hoi-an: 2022-09-30, overdue, 14 late, difficulty

=== a difficulty, an extension and a near day stand together
task A once hoi-an: ngày 30/9/2022
file 2022-09 hoi-an received 2022-09-14
  A in-progress 2022-09-10 with difficulty
decision 2022-10 extend A to 2022-10-14 from 2022-09-25
on 2022-10-07
  A hoi-an: 2022-10-14, open, 7 left, due-soon, difficulty, extended

=== a difficulty ends with the work, or with the next word that names none
task A once cac-huyen: ngày 30/11/2022
file 2022-09 hoi-an received 2022-09-14
  A in-progress 2022-09-10 with difficulty
file 2022-09 dien-ban received 2022-09-14
  A in-progress 2022-09-10 with difficulty
file 2022-10 hoi-an received 2022-10-14
  A done 2022-10-10 with difficulty, evidence
file 2022-10 dien-ban received 2022-10-14
  A in-progress 2022-10-10
month 2022-09
  A hoi-an: 2022-11-30, open, 77 left, difficulty
  A dien-ban: 2022-11-30, open, 77 left, difficulty
month 2022-10
  A hoi-an: 2022-11-30, done-on-time
  A dien-ban: 2022-11-30, open, 47 left

=== done without evidence is done, and listed apart until the paper is named
task A once hoi-an: ngày 30/9/2022
file 2022-09 hoi-an received 2022-09-14
  A done 2022-09-10
month 2022-09
  A hoi-an: 2022-09-30, done-on-time, no-evidence
sum month 2022-09
  groups: total 0
  by name: total 1, done-on-time 1
  all: total 1, done-on-time 1

############ Duties without a due day ########################################################################

=== a standing duty is reported or not in each month, and enters no count
task A ongoing cac-huyen
file 2022-09 hoi-an received 2022-09-14
  A in-progress with difficulty
month 2022-09
  A hoi-an: reported, difficulty
  A dien-ban: not-reported
month 2022-10
  A hoi-an: not-reported
  A dien-ban: not-reported
sum month 2022-09
  groups: total 0
  by name: total 0
  all: total 0

=== nothing arose is a word too
task A on-event cac-huyen
file 2022-09 hoi-an received 2022-09-14
  A none
month 2022-09
  A hoi-an: nothing-arose
  A dien-ban: not-reported

=== an exhortation is never owed
task A general tat-ca
task B once hoi-an: ngày 30/9/2022
month 2022-09
  B hoi-an: 2022-09-30, open, 16 left
register 2022-09
  silent: hoi-an

############ The monthly report itself #######################################################################

=== the report that is being made fulfils the duty to make it
plan 2022-09-01 to 2022-11-30
own report B
task B periodic so-noi-vu: hằng tháng
month 2022-09
  B so-noi-vu 2022-09: 2022-09-30, done-on-time, by-report
  B so-noi-vu 2022-10: 2022-10-31, open, 47 left
  B so-noi-vu 2022-11: 2022-11-30, open, 77 left

=== where any unit has reported, a report counts by its close, or late on the day that is written down
plan 2022-09-01 to 2022-11-30
own report B
task B periodic so-noi-vu: hằng tháng
sent report 2022-09 dated 2022-10-03
file 2022-09 so-tu-phap received 2022-09-16
on 2022-09-13
  B so-noi-vu 2022-09: 2022-09-30, open, 17 left
  B so-noi-vu 2022-10: 2022-10-31, open, 48 left
  B so-noi-vu 2022-11: 2022-11-30, open, 78 left
on 2022-10-02
  B so-noi-vu 2022-09: 2022-09-30, done-on-time, by-earlier-report
  B so-noi-vu 2022-10: 2022-10-31, open, 29 left
  B so-noi-vu 2022-11: 2022-11-30, open, 59 left
on 2022-11-02
  B so-noi-vu 2022-09: 2022-09-30, done-late, 3 late, by-earlier-report
  B so-noi-vu 2022-10: 2022-10-31, done-on-time, by-earlier-report
  B so-noi-vu 2022-11: 2022-11-30, open, 28 left

=== where nobody has reported, only a report whose day is written down has gone out, late after its due day
plan 2022-09-01 to 2022-11-30
own report B
task B periodic so-noi-vu: hằng tháng
sent report 2022-09 dated 2022-10-03
sent report 2022-10
on 2022-10-02
  B so-noi-vu 2022-09: 2022-09-30, overdue-unreported, 2 late
  B so-noi-vu 2022-10: 2022-10-31, open, 29 left
  B so-noi-vu 2022-11: 2022-11-30, open, 59 left
on 2022-11-02
  B so-noi-vu 2022-09: 2022-09-30, done-late, 3 late, by-earlier-report
  B so-noi-vu 2022-10: 2022-10-31, overdue-unreported, 2 late
  B so-noi-vu 2022-11: 2022-11-30, open, 28 left
month 2022-10
  B so-noi-vu 2022-09: 2022-09-30, done-late, 3 late, by-earlier-report
  B so-noi-vu 2022-10: 2022-10-31, done-on-time, by-report
  B so-noi-vu 2022-11: 2022-11-30, open, 47 left

=== before the fifth of the next month: the report of a month is in time when it closes
plan 2022-09-01 to 2022-10-31
own report B
task B periodic so-noi-vu: hằng tháng, trước ngày 05 tháng sau
file 2022-09 so-tu-phap received 2022-10-20
month 2022-10
  B so-noi-vu 2022-09: 2022-10-04, done-on-time, by-earlier-report
  B so-noi-vu 2022-10: 2022-11-04, done-on-time, by-report
on 2022-10-14
  B so-noi-vu 2022-09: 2022-10-04, overdue-unreported, 9 late
  B so-noi-vu 2022-10: 2022-11-04, open, 21 left
"""

NOTHING = "(nothing)"
MARKS = {mark.value for mark in MarkKind}


def cases() -> dict[str, list[str]]:
    """The lines of each case, by its name."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in CASES.splitlines():
        if line.startswith("==="):
            name = line.removeprefix("===").strip()
            assert name not in found, name
            lines = found.setdefault(name, [])
        elif line.strip() and not line.startswith("#"):
            lines.append(line)
    return found


def blocks(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Each line that is not indented, with those that stand under it."""
    head = ""
    under: list[str] = []
    for line in lines:
        if line.startswith(" "):
            under.append(line.strip())
            continue
        if head:
            yield head, under
        head, under = line, []
    yield head, under


# --- what is given -------------------------------------------------------------------------------------------


class Given:
    """Writes what a case is given as the files of a workspace."""

    def __init__(self, w: Builder) -> None:
        self.w = w
        self.starts, self.ends = "2022-08", "2022-12-31"
        self.own: str | None = None
        self.refused: list[str] = []
        self.tasks: list[str] = []
        self.days: list[str] = []
        self.decided: dict[str, list[str]] = {}
        self.files: list[tuple[str, str, str, list[str]]] = []
        self.reports: list[tuple[str, str]] = []

    def take(self, head: str, under: list[str]) -> bool:
        """Take one line of a case; False for one that says what is then true."""
        for pattern, take in self.PATTERNS.items():
            if match := re.fullmatch(pattern, head):
                take(self, *(part or "" for part in match.groups()), *([under] if head.startswith("file") else []))
                return True
        return False

    def plan(self, starts: str, ends: str) -> None:
        self.starts, self.ends = starts, ends

    def unit(self, agency: str, from_: str, until: str) -> None:
        life = (f", from: {from_}" if from_ else "") + (f", until: {until}" if until else "")
        (line,) = (line for line in self.w.text(AGENCIES).splitlines() if f"- {{id: {agency}," in line)
        self.w.change(AGENCIES, line, line.replace("}", life + "}"))

    def group(self, name: str, members: str) -> None:
        self.w.write(AGENCIES, self.w.text(AGENCIES) + f"  - {{id: {name}, name: {name}, members: [{members}]}}\n")

    def day(self, kind: str, day: str) -> None:
        self.days.append(f"  - {{date: {day}, kind: {kind}, name: Ngày {day}, mark: read, source: lịch}}\n")

    def task(self, name: str, kind: str, lead: str, partners: str, rule: str) -> None:
        more = (f"with: [{partners}], " if partners else "") + (f"deadline: {{rule: '{rule}'}}, " if rule else "")
        self.tasks.append(f"- {{id: {name}, kind: {kind}, lead: [{lead}], {more}…}}\n")

    def decision(self, *parts: str) -> None:
        month, kind, task, agencies, period, to, from_ = parts
        number = sum(map(len, self.decided.values())) + 1
        words = [f"id: q{number}", f"kind: {kind}", f"task: {task}", f"from: {from_}"]
        words += [f"agencies: [{agencies}]"] if agencies else []
        words += [f"period: {period}"] if period else []
        words += [f"to: {to}"] if to else []
        paper = f"document: {{number: {number}/QĐ-UBND, date: {from_}, issuer: ubnd-tinh}}"
        self.decided.setdefault(month, []).append(f"- {{{', '.join(words)}, {paper}}}\n")

    def file(self, month: str, agency: str, received: str, updates: list[str]) -> None:
        self.files.append((month, agency, received, updates))

    def report(self, period: str, dated: str) -> None:
        self.reports.append((period, dated))

    def own_report(self, task: str) -> None:
        self.own = task

    def refuse(self, code: str) -> None:
        self.refused.append(code)

    PATTERNS: dict[str, Callable[..., None]] = {  # noqa: RUF012 - a constant
        r"plan (\S+) to (\S+)": plan,
        r"unit (\S+)(?: from (\S+))?(?: until (\S+))?": unit,
        r"group (\S+): (.+)": group,
        r"(off|working) (\S+)": day,
        r"task (\S+) (\S+) ([^:]+?)(?: with ([^:]+))?(?:: (.+))?": task,
        r"own report (\S+)": own_report,
        r"sent report (\S+)(?: dated (\S+))?": report,
        r"file (\S+) (\S+)(?: received (\S+))?": file,
        (
            r"decision (\S+) (extend|exempt|assign|drop) (\S+)"
            r"(?: (?!period|to|from)(.+?))?(?: period (\S+))?(?: to (\S+))? from (\S+)"
        ): decision,
        r"refused (\S+)": refuse,
    }

    def workspace(self) -> Workspace:
        year = self.ends[:4]
        head = HEAD.replace("starts: 2022-08", f"starts: {self.starts}").replace("2022-12-31", self.ends)
        head = head.replace("year: 2022", f"year: {year}").replace("issued: 2022-08", f"issued: {self.starts}")
        if self.own:
            head = head.replace("archive: VT", f"archive: VT\n    task: {self.own}")
        self.w.tasks("".join(self.tasks), head)
        if year != "2022":
            self.w.write(f"data/plan-{year}.yaml", self.w.text("data/plan-2022.yaml")).remove(
                "data/plan-2022.yaml"
            )
        if self.days:
            self.w.write("data/calendar.yaml", "days:\n" + "".join(self.days))
        for period, dated in self.reports:
            date_ = f"date: {dated}\n" if dated else ""
            self.w.write(f"data/reports/{period}.yaml", f"plan: {year}\nperiod: {period}\n{date_}")
        for month, agency, received, updates in self.files:
            self.w.report(month, agency, "".join(map(update, updates)), received)
            self.w.change(f"data/progress/{month}/{agency}.yaml", "plan: 2022", f"plan: {year}")
        for month, decided in self.decided.items():
            text = f"plan: {year}\nmonth: {month}\ndecisions:\n" + "".join(decided)
            self.w.write(f"data/progress/{month}/decisions.yaml", text)
        loaded = self.w.load()
        assert [finding.code.slug for finding in loaded.errors] == self.refused
        return loaded.workspace


BESIDE = {"evidence": "evidence: [{type: document, number: 1/BC}]", "difficulty": "difficulty: thiếu người"}


def update(line: str) -> str:
    """One update of a case as YAML."""
    match = re.fullmatch(r"(\S+)(?: (\d{4}\S*))? ([a-z-]+)(?: (\d{4}-\d\d-\d\d))?(?: with (.+))?", line)
    assert match, line
    task, period, status, day, beside = match.groups()
    words = [f"task: {task}", f"status: {status}"]
    words += [f"period: {period}"] if period else []
    words += [f"date: {day}"] if day else []
    words += [BESIDE[word] for word in beside.split(", ")] if beside else []
    return f"- {{{', '.join(words)}}}\n"


# --- what is then true ---------------------------------------------------------------------------------------


def told(standing: Standing) -> str:
    """A standing as a case writes it."""
    owed = standing.assignment
    words = [owed.due.last.isoformat()] if owed.due else []
    words.append(standing.state.value)
    if standing.state is State.OPEN:
        words.append(f"{standing.days_left} left")
    elif standing.state.is_overdue or standing.state is State.DONE_LATE:
        words.append(f"{standing.days_late} late")
    return f"{named(standing)}: {', '.join(words + sorted(mark.value for mark in standing.marks))}"


def named(standing: Standing) -> str:
    return " ".join(str(part) for part in standing.assignment.key if part is not None)


def in_order(line: str) -> str:
    """An expected line with its marks in the order of the alphabet: a case may write them in any."""
    head, _, rest = line.partition(": ")
    words = rest.split(", ")
    marks = sorted(word for word in words if word in MARKS)
    return f"{head}: {', '.join([word for word in words if word not in MARKS] + marks)}"


class Then:
    """Answers what a case asks, in the case's own words."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        (self.plan,) = workspace.plans.values()

    def standings(self, kind: str, when: str) -> Standings:
        if kind == "on":
            return Standings(self.workspace, self.plan, Viewpoint(date.fromisoformat(when)))
        return Standings(self.workspace, self.plan, end_of_month_report(self.plan.plan, Period.parse(when)))

    def stands(self, kind: str, when: str, only: str) -> list[str]:
        found = self.standings(kind, when)
        every = [*found.counted, *(found.standing_duties(Period.parse(when)) if kind == "month" else ())]
        wanted = set(only.split())
        return [told(s) for s in every if wanted <= {str(part) for part in s.assignment.key}]

    def sum(self, kind: str, when: str) -> list[str]:
        found = counts(self.standings(kind, when).counted)
        return [
            f"{name}: {counted(tally)}"
            for name, tally in (("groups", found.common), ("by name", found.single), ("all", found.total))
        ]

    def register(self, month: str, when: str) -> list[str]:
        standings = self.standings("on", when) if when else self.standings("month", month)
        found = register(standings, Period.parse(month))
        lists = (
            ("in time", found.in_time),
            ("late", found.late),
            ("undated", found.undated),
            ("silent", found.silent),
        )
        return [f"{name}: {', '.join(units)}" for name, units in lists if units]

    def news(self, month: str) -> list[str]:
        found = report_facts(self.workspace, self.plan, Period.parse(month))
        lists = {
            "newly overdue": found.newly_overdue,
            "settled": found.settled,
            "supplemented": found.supplemented,
            "due next": found.due_next,
        }
        return [f"{name}: {'; '.join(map(named, every))}" for name, every in lists.items() if every]

    QUESTIONS: dict[str, Callable[..., list[str]]] = {  # noqa: RUF012 - a constant
        r"(on|month) (\S+)(?: only (.+))?": stands,
        r"sum (on|month) (\S+)": sum,
        r"register (\S+)(?: on (\S+))?": register,
        r"told (\S+)": news,
    }

    def answer(self, head: str) -> list[str]:
        for pattern, ask in self.QUESTIONS.items():
            if match := re.fullmatch(pattern, head):
                return ask(self, *(part or "" for part in match.groups()))
        raise ValueError(head)


def counted(tally: Tally) -> str:
    """The counts of a tally that are not nought, the total always."""
    numbers = [(name.replace("_", "-"), figure) for name, figure in tally._asdict().items()]
    return ", ".join(f"{name} {number}" for name, number in numbers if number or name == "total")


@pytest.mark.parametrize("name", cases())
def test_what_was_worked_out_by_hand_is_what_the_facts_say(w: Builder, name: str) -> None:
    given, asked = Given(w), []
    for head, under in blocks(cases()[name]):
        if not given.take(head, under):
            asked.append((head, [line for line in under if line != NOTHING]))
    then = Then(given.workspace())
    assert asked, "nothing is asked"
    for head, expected in asked:
        is_standing = head.startswith(("on ", "month "))
        assert [head, *then.answer(head)] == [head, *(map(in_order, expected) if is_standing else expected)]


def test_there_are_enough_cases_to_trust_them() -> None:
    assert len(cases()) >= 60
