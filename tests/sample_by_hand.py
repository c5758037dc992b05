"""What the sample's files say, read by hand: done, overdue, silent, in difficulty; on eleven days, at two closes.

Must not compute anything: a page of ``status`` is held against what stands here.
"""

from __future__ import annotations

from datetime import date

DAYS = (
    *("2022-08-10", "2022-09-01", "2022-09-14", "2022-09-15", "2022-09-30", "2022-10-05"),
    *("2022-10-17", "2022-10-20", "2022-11-20", "2022-12-31", "2023-01-05"),
)
# The closes of two months: the page of days that knows what was done by then, and the newest folder that counts.
CLOSES = {"month-2022-09": ("2022-09-14", "2022-09"), "month-2022-10": ("2022-10-17", "2022-10")}
PAGES = (*DAYS, *CLOSES)
UNHEARD = ("2022-08-10",)  # the first file came on 15/8
LATER = DAYS[6:]  # from 17/10 on

# What was done, under the first of the days on which it is known: task and, where it recurs, occurrence; the
# folder of the file; each unit, whose file there says so, with the day it gives.
DONE = {
    "2022-08-10": """
        III.1.6a 2022-08: so-tu-phap 10/8
    """,
    "2022-09-01": """
        III.1.4 2022-09: so-noi-vu 26/8, ubnd-thanh-pho-hoi-an 30/8
        III.1.6a 2022-08: ubnd-thanh-pho-hoi-an 11/8
        III.1.6a 2022-09: van-phong-ubnd 25/8, so-noi-vu 18/8, so-ke-hoach-va-dau-tu 29/8
        III.1.6a 2022-09: ubnd-thanh-pho-tam-ky 22/8, ubnd-thi-xa-dien-ban 31/8
    """,
    "2022-09-14": """
        III.1.1b 2022-09: ubnd-thanh-pho-hoi-an 13/9
        III.1.3a 2022-09: so-ke-hoach-va-dau-tu 06/9
        III.1.4 2022-09: so-tu-phap 12/9, so-khoa-hoc-va-cong-nghe 08/9, ubnd-huyen-nam-giang 08/9
        III.1.5d/2022-09 2022-09: van-phong-ubnd 07/9, so-noi-vu 06/9, so-tu-phap 08/9, so-tai-chinh 09/9
        III.1.5d/2022-09 2022-09: so-ke-hoach-va-dau-tu 12/9, so-cong-thuong 09/9, so-tai-nguyen-va-moi-truong 13/9
        III.1.5d/2022-09 2022-09: so-thong-tin-va-truyen-thong 05/9, so-khoa-hoc-va-cong-nghe 08/9
        III.1.5d/2022-09 2022-09: ban-quan-ly-khu-kinh-te-va-khu-cong-nghiep 12/9, ubnd-thanh-pho-tam-ky 06/9
        III.1.5d/2022-09 2022-09: ubnd-thanh-pho-hoi-an 05/9, ubnd-thi-xa-dien-ban 08/9, ubnd-huyen-duy-xuyen 13/9
        III.1.5d/2022-09 2022-09: ubnd-huyen-dai-loc 09/9, ubnd-huyen-nui-thanh 12/9, ubnd-huyen-que-son 08/9
        III.1.5d/2022-09 2022-10: so-xay-dung 14/9, so-y-te 09/9, ubnd-huyen-dong-giang 13/9
        III.1.5d/2022-09 2022-10: ubnd-huyen-hiep-duc 12/9
        III.1.6a 2022-09: so-tai-chinh 06/9, so-cong-thuong 07/9, thanh-tra-tinh 05/9, ubnd-huyen-dai-loc 09/9
        III.1.6a 2022-09: ubnd-huyen-thang-binh 12/9
        III.1.6a 2022-10: so-xay-dung 09/9
        III.1.7c 2022-09: ubnd-huyen-dai-loc 09/9
    """,
    "2022-09-30": """
        III.1.1b 2022-10: ubnd-huyen-nui-thanh 28/9
        III.1.3a 2022-10: so-cong-thuong 27/9
        III.1.4 2022-10: so-tai-chinh 28/9, ubnd-thanh-pho-tam-ky 30/9, ubnd-huyen-dai-loc 21/9
        III.1.5d/2022-09 2022-10: so-nong-nghiep-va-phat-trien-nong-thon 20/9, so-van-hoa-the-thao-va-du-lich 26/9
        III.1.5d/2022-09 2022-10: ban-dan-toc 28/9, ubnd-huyen-nam-giang 30/9, ubnd-huyen-phu-ninh 19/9
        III.1.5d/2022-09 2022-10: ubnd-huyen-tien-phuoc 23/9
        III.1.6a 2022-10: so-giao-duc-va-dao-tao 29/9, so-y-te 22/9, ubnd-huyen-hiep-duc 30/9
        III.1.7c 2022-10: ubnd-thanh-pho-hoi-an 30/9
    """,
    "2022-10-05": """
        III.1.3a 2022-10: so-y-te 05/10
        III.1.4 2022-10: van-phong-ubnd 04/10
        III.1.5d/2022-09 2022-10: so-giao-duc-va-dao-tao 03/10, thanh-tra-tinh 03/10
        III.1.5d/2022-10 2022-10: so-noi-vu 05/10, so-thong-tin-va-truyen-thong 05/10, ubnd-thanh-pho-hoi-an 05/10
        III.1.6a 2022-10: ubnd-huyen-phu-ninh 05/10
        III.9.2b 2022-10: bao-quang-nam 03/10
    """,
    "2022-10-17": """
        III.1.1b 2022-10: so-noi-vu 07/10, so-tu-phap 11/10
        III.1.3a 2022-10: ubnd-thanh-pho-tam-ky 07/10
        III.1.4 2022-10: so-cong-thuong 12/10, ubnd-thi-xa-dien-ban 10/10
        III.1.5d/2022-09 2022-10: ubnd-huyen-nam-tra-my 12/10
        III.1.5d/2022-10 2022-10: van-phong-ubnd 06/10, so-tu-phap 07/10, so-tai-chinh 10/10, so-y-te 10/10
        III.1.5d/2022-10 2022-10: so-ke-hoach-va-dau-tu 12/10, so-tai-nguyen-va-moi-truong 13/10
        III.1.5d/2022-10 2022-10: so-khoa-hoc-va-cong-nghe 07/10, ubnd-thanh-pho-tam-ky 06/10
        III.1.5d/2022-10 2022-10: ubnd-thi-xa-dien-ban 10/10, ubnd-huyen-dai-loc 11/10, ubnd-huyen-hiep-duc 12/10
        III.1.5d/2022-10 2022-10: ubnd-huyen-nui-thanh 12/10, ubnd-huyen-phu-ninh 13/10
        III.1.6a 2022-10: so-tai-nguyen-va-moi-truong 06/10, ubnd-huyen-nui-thanh 07/10
        III.1.6a 2022-10: ubnd-huyen-tien-phuoc 11/10
        III.1.7b/2022 2022-10: so-nong-nghiep-va-phat-trien-nong-thon 06/10, ubnd-huyen-dai-loc 12/10
        III.1.7c 2022-10: so-noi-vu 07/10, so-xay-dung 07/10, ubnd-thanh-pho-tam-ky 07/10
        III.2.2 2022-10: so-noi-vu 11/10
        III.3.3a 2022-10: so-tu-phap 07/10
        III.5.1c 2022-10: so-tai-chinh 10/10
    """,
}
# Corrected in 2022-10/ubnd-huyen-duy-xuyen.yaml: the day is 04/10, after the due day 30/9.
CORRECTED = ("III.1.5d/2022-09", "2022-10", "ubnd-huyen-duy-xuyen", date(2022, 10, 4))
# Corrected in 2022-10/ubnd-huyen-nam-giang.yaml, dated 10/10: in progress, the paper was a draft.
UNDONE = ("III.1.4", "ubnd-huyen-nam-giang")
UNDONE_ON = (*LATER, "month-2022-10")
# Done by the office's own report of a month, from its close on the 14th: it is then being made, and stays made.
REPORTED = {
    "III.2.3/2022-09": ("2022-09-14", "2022-09-15", "2022-09-30", "2022-10-05", *LATER, *CLOSES),
    "III.2.3/2022-10": (*LATER, "month-2022-10"),
    "III.2.3/2022-11": LATER[2:],
    "III.2.3/2022-12": LATER[3:],
}
# Done after 30/9: 2022-10/so-giao-duc-va-dao-tao.yaml, thanh-tra-tinh.yaml (03/10), and the correction (04/10).
LATE = {"so-giao-duc-va-dao-tao": 3, "thanh-tra-tinh": 3, "ubnd-huyen-duy-xuyen": 4}
LATE_ON = ("2022-10-05", *LATER, "month-2022-10")

# 38 units owe III.1.5d each month. For September nine had not done it by 30/9, and two of them did on 03/10.
SENT = "so-lao-dong-thuong-binh-va-xa-hoi so-ngoai-vu ubnd-huyen-nong-son ubnd-huyen-thang-binh"  # 2022-10/
UNSENT = "so-giao-thong-van-tai ubnd-huyen-bac-tra-my ubnd-huyen-phuoc-son"  # no file in 2022-10/
# Two more were given until 15/10 by 2022-10/decisions.yaml of 29/9; Nam Trà My did it on 12/10.
EXTENDED = "ubnd-huyen-tay-giang"

# What is overdue: days; "heard" where the unit had by then sent the report of the month in which the due day lies
# (30/9: October's; 15/10 and 31/10: November's); how many, and who: "*" all that owe it and have not done it.
OVERDUE = {
    # 2022-10/so-ngoai-vu.yaml came on 05/10, so-lao-dong-thuong-binh-va-xa-hoi.yaml on 14/10
    "2022-10-05": f"""
        III.1.5d/2022-09 5 heard 1: so-ngoai-vu
        III.1.5d/2022-09 5 unheard 6: {UNSENT} {SENT.replace("so-ngoai-vu ", "")}
    """,
    # ubnd-huyen-nong-son.yaml came on 18/10, ubnd-huyen-thang-binh.yaml on 20/10
    "2022-10-17": f"""
        III.1.5d/2022-09 17 heard 2: so-lao-dong-thuong-binh-va-xa-hoi so-ngoai-vu
        III.1.5d/2022-09 17 unheard 5: {UNSENT} ubnd-huyen-nong-son ubnd-huyen-thang-binh
        III.1.5d/2022-09 2 unheard 1: {EXTENDED}
    """,
    "2022-10-20": f"""
        III.1.5d/2022-09 20 heard 4: {SENT}
        III.1.5d/2022-09 20 unheard 3: {UNSENT}
        III.1.5d/2022-09 5 unheard 1: {EXTENDED}
    """,
    "2022-11-20": f"""
        III.1.5d/2022-09 51 heard 4: {SENT}
        III.1.5d/2022-09 51 unheard 3: {UNSENT}
        III.1.5d/2022-09 36 unheard 1: {EXTENDED}
        III.1.5d/2022-10 20 unheard 22: *
    """,
    "2022-12-31": f"""
        III.1.5d/2022-09 92 heard 4: {SENT}
        III.1.5d/2022-09 92 unheard 3: {UNSENT}
        III.1.5d/2022-09 77 unheard 1: {EXTENDED}
        III.1.5d/2022-10 61 unheard 22: *
        III.1.5d/2022-11 31 unheard 38: *
    """,
    "2023-01-05": f"""
        III.1.5d/2022-09 97 heard 4: {SENT}
        III.1.5d/2022-09 97 unheard 3: {UNSENT}
        III.1.5d/2022-09 82 unheard 1: {EXTENDED}
        III.1.5d/2022-10 66 unheard 22: *
        III.1.5d/2022-11 36 unheard 38: *
        AT_THE_END 5 unheard 260: *
    """,
    "month-2022-10": f"""
        III.1.5d/2022-09 14 heard 4: {SENT}
        III.1.5d/2022-09 14 unheard 3: {UNSENT}
    """,
}
# How many never did what is due on 31/12: of the 38 units for III.1, of 34 for III.1.7b (2022-09/decisions.yaml
# exempts four), of the one that each of the others is given to; III.4d was dropped (2022-10/decisions.yaml).
AT_THE_END = (
    "III.1.1b 34, III.1.3a 34, III.1.4 28, III.1.5d/2022-12 38, III.1.6a 18, III.1.6b/2022 38, III.1.7b/2022 32, "
    "III.1.7c 33, III.3.3c 1, III.4c 1, III.5.1a 1, III.5.2a 1, III.9.2b 1"
)
NOVEMBER = "III.1.5d/2022-09 1, III.1.5d/2022-10 22, III.1.5d/2022-11 38"
# Due within seven days: days left.
DUE_SOON = {
    "2022-09-30": f"III.1.5d/2022-09 0 open 9: {SENT} {UNSENT} so-giao-duc-va-dao-tao thanh-tra-tinh",
    "2022-12-31": "AT_THE_END 0 open 260: *",
    "month-2022-10": f"III.1.5d/2022-09 1 open 1: {EXTENDED}",
}

# Who sent no file: none of that name in the folder, or received later.
NO_SEPTEMBER = "so-y-te ubnd-huyen-dong-giang ubnd-huyen-hiep-duc ubnd-huyen-phuoc-son"
NO_OCTOBER = f"{UNSENT} ubnd-huyen-que-son ban-quan-ly-khu-kinh-te-va-khu-cong-nghiep"
SILENT = {
    "2022-08-10": (None, 0, ""),
    # the plan began in August: no report is owed for that month
    **dict.fromkeys(("2022-09-01", "2022-09-14", "2022-09-15"), (None, 0, "")),
    **dict.fromkeys(("2022-09-30", "2022-10-05", "2022-10-17", "month-2022-09"), ("2022-09", 4, NO_SEPTEMBER)),
    **dict.fromkeys(("2022-10-20", "month-2022-10"), ("2022-10", 5, NO_OCTOBER)),
    "2022-11-20": ("2022-11", 39, "*"),
    **dict.fromkeys(("2022-12-31", "2023-01-05"), ("2022-12", 39, "*")),
}

# What stands in the way (``difficulty``): task and file. The last two are of duties without a due day, told of
# only while October is the newest month whose reports are asked for.
SEPTEMBER = "III.1.3a 2022-09/ubnd-huyen-nui-thanh, III.4c 2022-09/so-thong-tin-va-truyen-thong"
OCTOBER = (
    "III.1.5d 2022-10/ubnd-huyen-nong-son, III.1.5d 2022-10/ubnd-huyen-tay-giang, III.3.3c 2022-10/so-tu-phap, "
    "III.4c 2022-10/so-thong-tin-va-truyen-thong, III.5.1a 2022-10/so-tai-chinh"
)
STANDING = ", III.7c 2022-10/so-tai-nguyen-va-moi-truong, III.cuoi 2022-10/ubnd-huyen-dong-giang"
DIFFICULTIES = {
    **dict.fromkeys(("2022-09-14", "2022-09-15", "2022-09-30", "2022-10-05", "month-2022-09"), SEPTEMBER),
    **dict.fromkeys(("2022-10-17", "2022-11-20", "2022-12-31", "2023-01-05"), OCTOBER),
    **dict.fromkeys(("2022-10-20", "month-2022-10"), OCTOBER + STANDING),
}

# Given by name, to groups, together: all; fallen due; done in time, late; open; overdue, without a report; rate.
# The plan gives 13 and 418; from 12/9 the Đài owes III.9.2b too, and four units III.1.7b no more; from 05/10
# nobody owes III.4d (decisions.yaml of both months).
TALLY = {
    "2022-08-10": ("13 0 0 0 13 0 0 -", "418 0 1 0 417 0 0 -", "431 0 1 0 430 0 0 -"),
    "2022-09-01": ("13 0 0 0 13 0 0 -", "418 0 9 0 409 0 0 -", "431 0 9 0 422 0 0 -"),
    "2022-09-14": ("14 0 1 0 13 0 0 -", "414 0 42 0 372 0 0 -", "428 0 43 0 385 0 0 -"),
    "2022-09-15": ("14 0 1 0 13 0 0 -", "414 0 42 0 372 0 0 -", "428 0 43 0 385 0 0 -"),
    "2022-09-30": ("14 1 1 0 13 0 0 100,0", "414 27 57 0 357 0 0 100,0", "428 28 58 0 370 0 0 100,0"),
    "2022-10-05": ("13 1 2 0 11 0 0 100,0", "414 36 62 3 342 1 6 80,6", "427 37 64 3 353 1 6 81,1"),
    "2022-10-17": ("13 1 6 0 7 0 0 100,0", "414 38 88 3 315 2 6 78,9", "427 39 94 3 322 2 6 79,5"),
    "2022-10-20": ("13 1 6 0 7 0 0 100,0", "414 38 88 3 315 4 4 78,9", "427 39 94 3 322 4 4 79,5"),
    "2022-11-20": ("13 2 7 0 6 0 0 100,0", "414 76 88 3 293 4 26 60,5", "427 78 95 3 299 4 26 61,5"),
    "2022-12-31": ("13 8 8 0 5 0 0 100,0", "414 159 88 3 255 4 64 57,2", "427 167 96 3 260 4 64 59,3"),
    "2023-01-05": ("13 13 8 0 0 0 5 61,5", "414 414 88 3 0 4 319 22,0", "427 427 96 3 0 4 324 23,2"),
    "month-2022-09": ("14 0 1 0 13 0 0 -", "414 0 37 0 377 0 0 -", "428 0 38 0 390 0 0 -"),
    "month-2022-10": ("13 1 6 0 7 0 0 100,0", "414 36 88 3 316 4 3 80,6", "427 37 94 3 323 4 3 81,1"),
}

# Since the newest month for which anybody reported: that month; newly overdue; newly done, by task. September's
# report knew no file of 2022-10/. October closed on 14/10 with the seven of September overdue; Tây Giang's was due
# on 15/10, October's on 31/10 (22 have not done it: OVERDUE), November's on 30/11 (nobody has reported since).
CHANGED = {
    "2022-09-01": ("8/2022", "", "III.1.4 2, III.1.6a 5"),
    "2022-09-14": (
        "8/2022",
        "",
        "III.1.1b 1, III.1.3a 1, III.1.4 5, III.1.5d/2022-09 21, III.1.6a 11, III.1.7c 1, III.2.3/2022-09 1",
    ),
    "2022-09-15": ("9/2022", "", "III.1.5d/2022-09 4, III.1.6a 1"),
    "2022-09-30": ("9/2022", "", "III.1.1b 1, III.1.3a 1, III.1.4 3, III.1.5d/2022-09 10, III.1.6a 4, III.1.7c 1"),
    "2022-10-05": (
        "9/2022",
        "III.1.5d/2022-09 7",
        "III.1.1b 1, III.1.3a 2, III.1.4 4, III.1.5d/2022-09 12, III.1.5d/2022-10 3, III.1.6a 5, "
        "III.1.7c 1, III.9.2b 1",
    ),
    "2022-10-17": ("10/2022", "III.1.5d/2022-09 1", ""),
    "2022-10-20": ("10/2022", "III.1.5d/2022-09 1", ""),
    "2022-11-20": ("10/2022", "III.1.5d/2022-09 1, III.1.5d/2022-10 22", "III.2.3/2022-11 1"),
    "2022-12-31": ("10/2022", NOVEMBER, "III.2.3/2022-11 1, III.2.3/2022-12 1"),
    "2023-01-05": ("10/2022", f"{AT_THE_END}, {NOVEMBER}", "III.2.3/2022-11 1, III.2.3/2022-12 1"),
    "month-2022-09": (
        "8/2022",
        "",
        "III.1.1b 1, III.1.3a 1, III.1.4 5, III.1.5d/2022-09 17, III.1.6a 10, III.1.7c 1, III.2.3/2022-09 1",
    ),
    "month-2022-10": (
        "9/2022",
        "III.1.5d/2022-09 7",
        "III.1.1b 3, III.1.3a 3, III.1.4 6, III.1.5d/2022-09 13, III.1.5d/2022-10 16, III.1.6a 8, "
        "III.1.7b/2022 2, III.1.7c 4, III.2.2 1, III.2.3/2022-10 1, III.3.3a 1, III.5.1c 1, III.9.2b 1",
    ),
}
