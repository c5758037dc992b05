# parplan in a container, for servers and CI; an officer's machine needs none of it: docs/vi/cai-dat.md
#
#   docker build --tag parplan .
#   docker run --rm --user "$(id -u)" --volume "$PWD:/data" parplan validate
#
# LibreOffice, for PDF, is in it only if asked for: --build-arg OFFICE=yes
FROM python:3.13-slim AS build
WORKDIR /src
COPY . .
RUN pip install --no-cache-dir "hatchling>=1.25" && hatchling build -t wheel -d /dist

FROM python:3.13-slim
ARG OFFICE=no
RUN apt-get update \
    && apt-get install -y --no-install-recommends git $([ "$OFFICE" = yes ] && echo libreoffice-writer fonts-liberation) \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /dist/*.whl /tmp/
# whoever mounts a folder owns it: git would otherwise refuse to tell what has changed there
RUN pip install --no-cache-dir /tmp/*.whl && rm /tmp/*.whl \
    && git config --system --add safe.directory /data \
    && useradd --create-home officer
USER officer
ENV LANG=C.UTF-8 TZ=Asia/Ho_Chi_Minh
WORKDIR /data
ENTRYPOINT ["parplan"]
CMD ["--help"]
