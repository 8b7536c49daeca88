"""What stands in every unit, whatever the installation."""

from bot.host.watchdog import WATCHDOG_SECONDS

BEGINNING = f"""\
# Vaktlogg as a service of systemd 250 or newer. It fits this installation: once that has moved, make it anew.
# “systemctl status vaktlogg” says how it is, and “journalctl -u vaktlogg” shows its log.

[Unit]
Description=Vaktlogg, the call log of the duty telephone
# The network comes first; where it stays away, Vaktlogg starts all the same and tries on and on.
Wants=network-online.target
After=network-online.target
# It is never given up, however often it has failed.
StartLimitIntervalSec=0

[Service]
# It says by itself when the database is open, whether Telegram answers or not.
Type=notify
# A large database may take minutes to be brought up to date.
TimeoutStartSec=15min
# Whatever ended it, it is started again; a token that is refused may have been mended.
Restart=always
RestartSec=10
# Where its loop, the database or polling has hung for two minutes, it is ended and started again.
WatchdogSec={WATCHDOG_SECONDS}
# It stops within five seconds; what is not answered by then is answered after the next start.
TimeoutStopSec=20"""

HARDENING = """\
# Files that it makes are its user's alone.
UMask=0077
# Everything else on the machine can only be read.
ProtectSystem=strict
# Temporary files lie in a folder of its own and are gone when it ends; what it mounts nobody sees.
PrivateTmp=yes
PrivateMounts=yes
# It has no disk, camera or other device.
PrivateDevices=yes
# Other users are all the same to it, and none of them is root.
PrivateUsers=yes
# It sees no other processes, and little of what the kernel tells of the machine.
ProtectProc=invisible
ProcSubset=pid
# The kernel, its modules and log, groups of processes, the clock and the machine's name stay as they are.
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectKernelLogs=yes
ProtectControlGroups=yes
ProtectClock=yes
ProtectHostname=yes
# It has no right of root's, and gets none by running a program or making a file.
CapabilityBoundingSet=
NoNewPrivileges=yes
RestrictSUIDSGID=yes
# It needs no containers, no other kind of machine, and no processor to itself.
RestrictNamespaces=yes
LockPersonality=yes
RestrictRealtime=yes
# Memory can be written or run, never both.
MemoryDenyWriteExecute=yes
# It sees no keys that the kernel holds, and leaves nothing in shared memory.
KeyringMode=private
RemoveIPC=yes
# It speaks to the network and to this machine's sockets, and to nothing else.
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
# Of the kernel it asks what a service needs, no right of root's, and of its share only that reports give way.
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged @resources
SystemCallFilter=setpriority
SystemCallErrorNumber=EPERM
# Where a report takes more than this, the report fails and calls are registered on.
MemoryMax=768M
MemorySwapMax=0
OOMPolicy=continue
TasksMax=256
# A crash writes no image of its memory to the disk.
LimitCORE=0

[Install]
# It starts with the machine.
WantedBy=multi-user.target"""
