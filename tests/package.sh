#!/bin/bash
# Installs the package in a fresh Debian as somebody would, starts it, upgrades it over itself under an earlier version
# number beside the data of a centre, removes and purges it. Run by `make package`, as root.
#   package.sh PACKAGE.deb FOLDER-FOR-WORK FOLDER-FOR-PICTURES
set -eu -o pipefail

package=$1 work=$2 pictures=$3
base=$work/base root=$work/root
say() { echo "vatra: $*"; }
fail() { echo "vatra: FAILED: $*"; exit 1; }
inside() { chroot "$root" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"; }

clean_up() { for place in tmp/.X11-unix dev proc; do mountpoint -q "$root/$place" && umount -l "$root/$place"; done; rm -rf "$root"; }
trap clean_up EXIT

if [ ! -e "$base/etc/debian_version" ]; then
  say "making a bare Debian"
  rm -rf "$base"
  debootstrap --variant=minbase bookworm "$base" > "$work/debootstrap.log"
fi
clean_up
cp -a "$base" "$root"
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount --make-rslave "$root/dev"
mkdir -p "$root/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
inside useradd --create-home desk
home=/home/desk/.local/share/md.vatra.app

# The window stands on the display outside, which the test can look at.
start() {
  cp "${XAUTHORITY:-/dev/null}" "$root/home/desk/.Xauthority"
  inside chown desk: /home/desk/.Xauthority
  target/debug/window look "$pictures/$1.png" chroot "$root" runuser -u desk -- \
    env HOME=/home/desk XAUTHORITY=/home/desk/.Xauthority DISPLAY="$DISPLAY" LC_ALL=C.UTF-8 \
    dbus-run-session -- vatra 2> "$work/$1.log" || fail "$1: no window; see $work/$1.log"
}

say "an older package of it: the same content under an earlier version"
rm -rf "$work/older"
dpkg-deb -R "$package" "$work/older"
sed -i 's/^Version: .*/Version: 0.0.1/' "$work/older/DEBIAN/control"
dpkg-deb -b "$work/older" "$root/older.deb" > /dev/null
cp "$package" "$root/vatra.deb"

say "installing the older one"
inside apt-get update -qq
inside apt-get install -y -qq --no-install-recommends dbus dbus-daemon > "$work/install.log" 2>&1
inside apt-get install -y -qq --no-install-recommends /older.deb >> "$work/install.log" 2>&1
[ -z "$(inside ldd /usr/bin/vatra | grep 'not found')" ] || fail "a library is missing"
start installed
inside test -d "$home" || fail "it did not make its folder"

say "upgrading it, with the data of a centre of the first version"
mkdir -p "$root$home"
cp -r tests/fixtures/0001/vatra.db tests/fixtures/0001/keys "$root$home/"
inside chown -R desk: "$home"
before=$(cd "$root$home" && sha256sum vatra.db keys/*)
inside apt-get install -y -qq --no-install-recommends /vatra.deb >> "$work/install.log" 2>&1
[ "$(inside dpkg-query -W -f '${Version}' vatra)" != 0.0.1 ] || fail "it was not upgraded"
start upgraded
[ "$before" = "$(cd "$root$home" && sha256sum vatra.db keys/*)" ] || fail "the upgrade touched the data"

say "what is installed"
for file in usr/bin/vatra usr/share/applications/Vatra.desktop usr/share/icons/hicolor/128x128/apps/vatra.png \
  usr/share/doc/vatra/copyright usr/share/doc/vatra/licences.txt usr/share/doc/vatra/sbom.cdx.json \
  usr/share/doc/vatra/handbook/ro.md; do
  [ -s "$root/$file" ] || fail "$file is missing"
done
inside dpkg --verify vatra || fail "a file is not as it was packed"
inside dpkg-query -W -f 'vatra: package ${Package} ${Version}, ${Installed-Size} KiB installed\n' vatra

say "removing it"
listed=$(inside dpkg-query -L vatra | grep -i vatra)
gone() {
  for path in $listed; do [ ! -e "$root$path" ] || fail "$1: $path is left"; done
  [ "$before" = "$(cd "$root$home" && sha256sum vatra.db keys/*)" ] || fail "$1: the data was touched"
}
inside apt-get remove -y -qq vatra >> "$work/install.log" 2>&1
gone "removed"
# apt no longer knows a package that came as a file and left nothing behind.
inside dpkg --purge vatra >> "$work/install.log" 2>&1
gone "purged"
say "installed, started, upgraded, removed and purged, the data untouched; pictures are in $pictures"
