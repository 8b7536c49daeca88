# Vaktlogg without root, on a file system that can only be read. README.md (“In a container”) has the commands.
# A digest pins the base image: --build-arg PYTHON=docker.io/library/python:3.12-slim-bookworm@sha256:…
ARG PYTHON=docker.io/library/python:3.12-slim-bookworm

FROM ${PYTHON} AS build
WORKDIR /source
RUN python -m venv /opt/vaktlogg
COPY requirements.lock ./
RUN /opt/vaktlogg/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY handlers handlers
COPY reports reports
COPY storage storage
RUN /opt/vaktlogg/bin/pip install --no-cache-dir --disable-pip-version-check --no-deps --no-build-isolation .

FROM ${PYTHON}
COPY --from=build /opt/vaktlogg /opt/vaktlogg
# The volume takes over the owner of this folder when it is first used.
RUN install -d -m 700 -o 10001 -g 10001 /var/lib/vaktlogg
USER 10001:10001
WORKDIR /var/lib/vaktlogg
VOLUME /var/lib/vaktlogg
# What charts and PDF keep for the next time goes where it may be written.
ENV HOME=/var/lib/vaktlogg MPLCONFIGDIR=/tmp/vaktlogg XDG_CACHE_HOME=/tmp/vaktlogg PYTHONDONTWRITEBYTECODE=1
# The desk, where the config serves it for other containers: [desk] address = "0.0.0.0:8322" and a public_url with https.
EXPOSE 8322
HEALTHCHECK --interval=1m --timeout=20s --start-period=2m CMD ["/opt/vaktlogg/bin/vaktlogg", "health"]
ENTRYPOINT ["/opt/vaktlogg/bin/vaktlogg"]
CMD ["run"]
