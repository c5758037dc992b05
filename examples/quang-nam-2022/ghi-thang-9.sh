# Ghi báo cáo tháng 9/2022 của 36 đơn vị bằng một lệnh, từ bảng thang-9.csv (số liệu minh họa, không phải kết quả thật).
# Chạy trong thư mục có data/; tháng 9/2022 đã khóa số liệu nên có --late. Lấy lại như trước: parplan undo.
parplan record --month 9 --late --from - < thang-9.csv
