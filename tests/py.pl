#!/usr/bin/perl
# py.pl -- runs scripts of tests/py, many in one process, and prints TAP.
#
#     tests/py.pl FILE...                    under $BUILD/retort run
#     PYTHON=python3 tests/py.pl FILE...     under CPython: are the expectations what it does?
#     BLESS=1 PYTHON=python3.12 tests/py.pl FILE...     writes what CPython prints into the .out files
#
# What a script says about itself:
#     # expect: text          a line of standard output; or a sibling NAME.out holds all of it
#     # error: 3:7 text       it fails, and standard error has ":3:7: text"
#     # exit: 3              it ends with this code
#     # python: 3.12          only this version of CPython agrees: others say, or can, something else
# A script without any of these is a module that others import, and is passed over. Under CPython, files in
# differs/ are passed over too (docs/dialect.md tells why they differ), and so are scripts importing what it has not.
use strict;
use warnings;
use POSIX ();

my $limit = $ENV{LIMIT} || 60;
my $work = $ENV{WORK} || '/tmp';
my $build = $ENV{BUILD} || 'build';
my $python = $ENV{PYTHON};
my $bless = $python && $ENV{BLESS};
my @command = $python ? ($python) : ("$build/retort", 'run');
my $version = $python ? python_version() : '';

sub python_version {
    my $text = `$python -c 'import sys; print("%d.%d" % sys.version_info[:2])'`;
    $? == 0 or die "py.pl: cannot run $python\n";
    chomp $text;
    return $text;
}

sub slurp {
    my ($path) = @_;
    open my $in, '<', $path or die "$path: $!\n";
    local $/;
    my $text = <$in>;
    return defined $text ? $text : '';
}

# {out => text or undef, error => [place, text] or undef, exit => code or undef}; undef: no test.
sub read_wishes {
    my ($file) = @_;
    my $text = slurp($file);
    my %wish = (version => $text =~ /^# python: (\S+)/m ? $1 : '');
    (my $sibling = $file) =~ s/\.py$/.out/;
    my @lines = $text =~ /^.*# expect: ?(.*)$/mg;
    $wish{out} = -e $sibling ? slurp($sibling) : @lines ? join('', map { "$_\n" } @lines) : undef;
    $wish{error} = [$1, $2] if $text =~ /# error: (\S+) ?(.*)$/m;
    $wish{exit} = $1 if $text =~ /^# exit: (\d+)/m;
    return grep({ defined } @wish{qw(out error exit)}) || $bless ? \%wish : undef;
}

# Exit code (128 + signal; 124: too slow), with output in $work/py.$$.{out,err}.
sub run {
    my ($file) = @_;
    my $parent = $$;
    my $child = fork;
    die "fork: $!\n" unless defined $child;
    if (!$child) {
        open STDIN, '<', '/dev/null';
        open STDOUT, '>', "$work/py.out." . $parent or POSIX::_exit(126);
        open STDERR, '>', "$work/py.err." . $parent or POSIX::_exit(126);
        exec @command, $file or POSIX::_exit(127);
    }
    my $late = 0;
    local $SIG{ALRM} = sub { $late = 1; kill 'KILL', $child };
    alarm $limit;
    1 while waitpid($child, 0) < 0 && $!{EINTR};
    my $status = $?;
    alarm 0;
    return $late ? 124 : $status & 127 ? 128 + ($status & 127) : $status >> 8;
}

sub failed {
    my ($file, @text) = @_;
    my @lines = split /\n/, join "\n", @text;
    splice @lines, 60;
    print "not ok - $file\n", map { "#   $_\n" } @lines;
}

sub difference {
    my ($want) = @_;
    open my $out, '>', "$work/py.want.$$" or die "$work: $!\n";
    print $out $want;
    close $out;
    my $text = `diff -u --label expected --label got $work/py.want.$$ $work/py.out.$$ 2>&1`;
    unlink "$work/py.want.$$";
    return $text;
}

# Why this run is not what the script wishes for; '' when it is.
sub judge {
    my ($wish, $code, $out, $err) = @_;
    return "took longer than $limit s" if $code == 124;
    return "crashed with signal " . ($code - 128) . "\n$err" if $code > 128 && !defined $wish->{exit};
    my $wanted = $wish->{exit};
    if (my $error = $wish->{error}) {
        my ($place, $text) = @$error;
        my $found = $python ? index($err, $text =~ /^(\w+)/ ? $1 : $text) : index($err, ":$place: $text");
        return "expected the error $place $text, got exit code $code and:\n$err" if $code == 0 || $found < 0;
    } elsif ($code != ($wanted || 0)) {
        return "exit code $code instead of " . ($wanted || 0) . "\n$err";
    }
    return difference($wish->{out}) if defined $wish->{out} && $wish->{out} ne $out;
    return '';
}

for my $file (@ARGV) {
    next if $file =~ m{(^|/)_[^/]*$};
    my $wish = read_wishes($file) or next;
    if ($python && $file =~ m{/differs/}) {
        print "ok - $file # SKIP differs deliberately\n";
        next;
    }
    if ($python && $wish->{version} && $wish->{version} ne $version) {
        print "ok - $file # SKIP needs Python $wish->{version}, this is $version\n";
        next;
    }
    my $code = run($file);
    my ($out, $err) = (slurp("$work/py.out.$$"), slurp("$work/py.err.$$"));
    if ($python && $err =~ /^(ModuleNotFoundError|ImportError)/m) {
        print "ok - $file # SKIP imports what is not installed\n";
        next;
    }
    if ($bless && ($code == 0 || defined $wish->{exit} || $wish->{error})) {
        (my $sibling = $file) =~ s/\.py$/.out/;
        open my $to, '>', $sibling or die "$sibling: $!\n";
        print $to $out;
        close $to;
        $wish->{out} = $out;
    }
    my $why = judge($wish, $code, $out, $err);
    $why eq '' ? print "ok - $file\n" : failed($file, $why);
}
unlink "$work/py.out.$$", "$work/py.err.$$";
